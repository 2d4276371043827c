"""Tools in Python, read and not run: what is called in them, and which texts an argument can be.

A name is followed to what it stands for: an assignment, a loop over constants, a constant of another module, or, of a
function's parameter, what its callers give. What cannot be told is PLACE.
"""

import ast
import itertools

from check_layout import values
from step_texts import ROOT

LAYOUT = values(ROOT)
PLACE = "*"
UNTOLD = ast.Constant(value=PLACE)
FUNCTIONS = (ast.FunctionDef, ast.Lambda)


class Module:
    """The names of a module's own level."""

    def __init__(self, tree, modules):
        self.tree, self.defined, self.aliases, self.taken, self.run = tree, {}, {}, {}, []
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                self.defined.setdefault(node.name, []).append(node)
            elif isinstance(node, ast.Assign):
                for name in (one for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)):
                    self.defined.setdefault(name.id, []).append(node)
            else:
                self.run.append(node)
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                self.aliases.update({one.asname or one.name: one.name for one in node.names if one.name in modules})
            elif isinstance(node, ast.ImportFrom) and node.module in modules:
                self.taken.update({one.asname or one.name: (node.module, one.name) for one in node.names})


class Program:
    """Some modules, of which those in `entries` are started."""

    def __init__(self, trees, entries):
        self.modules = {name: Module(tree, trees) for name, tree in trees.items()}
        self.parents, self.home = {}, {}
        for name, tree in trees.items():
            for node in ast.walk(tree):
                self.home[node] = name
                self.parents.update({child: node for child in ast.iter_child_nodes(node)})
        self.inner, self.methods, self._asked = {}, {}, set()
        for node, name in self.home.items():
            if isinstance(node, ast.FunctionDef):
                self.inner.setdefault(next(self.scopes(node), None), {})[node.name] = node
                around = self.parents[node]
                if isinstance(around, ast.ClassDef):
                    self.methods.setdefault(node.name, []).append((name, around.name))
        self.reached = self._reach(entries)
        self.calls = [node for unit in self.reached for node in ast.walk(unit) if isinstance(node, ast.Call)]
        self.targets = {call: self.target(call) for call in self.calls}

    # -- what comes to run at all --
    def _reach(self, entries):
        reached, pending = set(), []
        for name, module in self.modules.items():
            pending += [node for node in module.run if name in entries or not isinstance(node, ast.If)]
            pending += [node for nodes in module.defined.values() for node in nodes if getattr(node, "decorator_list", None)]
        while pending:
            unit = pending.pop()
            if unit in reached:
                continue
            reached.add(unit)
            for node in ast.walk(unit):
                for module, name in self._named(node):
                    pending += self.modules[module].defined.get(name, [])
        return reached

    def _named(self, node):
        """The (module, name) of its own level that an expression may name."""
        if isinstance(node, ast.Name):
            here = self.home[node]
            return [self.modules[here].taken.get(node.id, (here, node.id))]
        if isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id in self.modules[self.home[node]].aliases:
                return [(self.modules[self.home[node]].aliases[node.value.id], node.attr)]
            return self.methods.get(node.attr, [])
        return []

    # -- who is called --
    def target(self, call):
        """(module, function) of a module's own level, ("", method) of an object, (None, name) of an inner function."""
        func = call.func
        if isinstance(func, ast.Name):
            if any(func.id in self.inner.get(scope, {}) for scope in self.scopes(call)):
                return None, func.id
            return self._named(func)[0]
        if isinstance(func, ast.Attribute):
            if isinstance(func.value, ast.Name) and func.value.id in self.modules[self.home[call]].aliases:
                return self.modules[self.home[call]].aliases[func.value.id], func.attr
            return "", func.attr
        return None, ""

    def scopes(self, node):
        """The functions around a node, the innermost first."""
        while node in self.parents:
            inner, node = node, self.parents[node]
            # What a parameter is without its caller's word is told outside of the function.
            if isinstance(node, FUNCTIONS) and inner is not node.args:
                yield node

    def _given(self, function, name):
        """What a function's callers give for a parameter."""
        names = [one.arg for one in function.args.posonlyargs + function.args.args]
        defaults = dict(zip(reversed(names), reversed(function.args.defaults)))
        if isinstance(function, ast.Lambda):
            return [defaults.get(name, UNTOLD)]
        around = self.parents[function]
        method = isinstance(around, ast.ClassDef)
        who = ("", function.name) if method else (self.home[function], function.name) if isinstance(around, ast.Module) else (None, function.name)
        given = []
        for call in self.calls:
            if self.targets[call] != who or (who[0] is None and not any(function in self.inner.get(one, {}).values() for one in self.scopes(call))):
                continue
            place = names.index(name) - method
            words = {one.arg: one.value for one in call.keywords}
            if any(isinstance(one, ast.Starred) for one in call.args[:place + 1]):
                given.append(UNTOLD)
            elif place < len(call.args):
                given.append(call.args[place])
            else:
                given.append(words.get(name, defaults.get(name, UNTOLD)))
        return given

    # -- what a name stands for --
    def meanings(self, node):
        """Expressions that a name or a module's constant may stand for."""
        if isinstance(node, ast.Name):
            found = self._of_comprehension(node)
            if found:
                return found
            for scope in self.scopes(node):
                if (scope, node.id) in self._asked:
                    return []
                self._asked.add((scope, node.id))
                found = self._bound(scope, node.id)
                self._asked.discard((scope, node.id))
                if found is not None:
                    return found
        found = []
        for module, name in self._named(node) if isinstance(node, ast.Name) or self._of_module(node) else []:
            for one in self.modules[module].defined.get(name, []):
                found += [value for target in one.targets for value in match(target, one.value, name)] if isinstance(one, ast.Assign) else [UNTOLD]
        return found or [UNTOLD]

    def _of_comprehension(self, name):
        """What the loop of a comprehension gives to a name in it."""
        node = name
        while node in self.parents and not isinstance(node, FUNCTIONS):
            node = self.parents[node]
            for loop in getattr(node, "generators", []):
                if match(loop.target, UNTOLD, name.id) and name not in ast.walk(loop.iter):
                    return [value for one in self.elements(loop.iter) for value in match(loop.target, one, name.id)]
        return []

    def _of_module(self, node):
        return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in self.modules[self.home[node]].aliases

    def _bound(self, scope, name):
        """None where this function does not bind the name."""
        found = None
        arguments = scope.args
        if name in [one.arg for one in arguments.posonlyargs + arguments.args]:
            found = self._given(scope, name)
        elif name in [one.arg for one in (*arguments.kwonlyargs, arguments.vararg, arguments.kwarg) if one]:
            found = [UNTOLD]
        for node in inside(scope):
            if isinstance(node, ast.Assign):
                told = [value for target in node.targets for value in match(target, node.value, name)]
            elif isinstance(node, (ast.For, ast.comprehension)):
                bound = match(node.target, UNTOLD, name)
                told = [value for one in self.elements(node.iter) for value in match(node.target, one, name)] if bound else []
            elif isinstance(node, ast.NamedExpr):
                told = match(node.target, node.value, name)
            elif isinstance(node, ast.AugAssign):
                told = [UNTOLD] if match(node.target, node.value, name) else []
            elif isinstance(node, ast.withitem):
                told = [UNTOLD] if node.optional_vars and match(node.optional_vars, UNTOLD, name) else []
            elif isinstance(node, ast.ExceptHandler):
                told = [UNTOLD] if node.name == name else []
            else:
                continue
            found = (found or []) + told if told else found
        return found

    def elements(self, node, seen=frozenset()):
        """The expressions that a loop over this one goes through."""
        if node in seen:
            return []
        seen |= {node}
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            return [part for one in node.elts for part in (self.elements(one.value, seen) if isinstance(one, ast.Starred) else [one])]
        if isinstance(node, ast.Dict):
            return [key for key in node.keys if key]
        if isinstance(node, ast.DictComp):
            return [node.key]
        if isinstance(node, (ast.GeneratorExp, ast.ListComp, ast.SetComp)):
            return [node.elt]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self.elements(node.left, seen) + self.elements(node.right, seen)
        if isinstance(node, ast.IfExp):
            return self.elements(node.body, seen) + self.elements(node.orelse, seen)
        if isinstance(node, (ast.Name, ast.Attribute)):
            return [part for one in self.meanings(node) for part in (self.elements(one, seen) if one is not UNTOLD else [UNTOLD])]
        if isinstance(node, ast.Call):
            return self._of_call(node, seen)
        return [UNTOLD]

    def _of_call(self, node, seen):
        func = node.func
        if isinstance(func, ast.Attribute) and func.attr in ("items", "keys", "values") and not node.args:
            return [part for one in ([func.value] if isinstance(func.value, (ast.Dict, ast.DictComp)) else self.meanings(func.value))
                    for part in pairs(one, func.attr)]
        if isinstance(func, ast.Name) and func.id in ("sorted", "tuple", "list", "set", "reversed") and node.args:
            return self.elements(node.args[0], seen)
        if isinstance(func, ast.Name) and func.id == "enumerate" and node.args:
            return [ast.Tuple(elts=[UNTOLD, one], ctx=ast.Load()) for one in self.elements(node.args[0], seen)]
        if isinstance(func, ast.Name) and func.id == "zip":
            columns = [self.elements(one, seen) for one in node.args]
            return [ast.Tuple(elts=list(row), ctx=ast.Load()) for row in itertools.zip_longest(*columns, fillvalue=UNTOLD)]
        return [UNTOLD]

    # -- which texts an expression can be --
    def texts(self, node, seen=frozenset()):
        if node in seen:
            return set()
        seen |= {node}
        if isinstance(node, ast.Constant):
            return {str(node.value)}
        if isinstance(node, ast.JoinedStr):
            return joined([self.texts(one, seen) for one in node.values])
        if isinstance(node, ast.FormattedValue):
            return {PLACE} if node.format_spec or node.conversion != -1 else self.texts(node.value, seen)
        if isinstance(node, ast.IfExp):
            return self.texts(node.body, seen) | self.texts(node.orelse, seen)
        if isinstance(node, ast.BoolOp):
            return set().union(*(self.texts(one, seen) for one in node.values))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return joined([self.texts(node.left, seen), self.texts(node.right, seen)])
        if isinstance(node, ast.NamedExpr):
            return self.texts(node.value, seen)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "layout":
            return {LAYOUT[node.attr]}
        if isinstance(node, (ast.Name, ast.Attribute)):
            return set().union(*(self.texts(one, seen) if one is not UNTOLD else {PLACE} for one in self.meanings(node)))
        return {PLACE}


def inside(scope):
    """The nodes of a function's own body, without those of functions inside of it."""
    pending = list(scope.body) if isinstance(scope.body, list) else [scope.body]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, FUNCTIONS):
            pending += ast.iter_child_nodes(node)


def match(target, value, name):
    """What a name becomes where a value is bound to this target; [] where it is not bound."""
    if isinstance(target, ast.Name):
        return [value] if target.id == name else []
    if isinstance(target, ast.Starred):
        return [UNTOLD] if match(target.value, UNTOLD, name) else []
    if isinstance(target, (ast.Tuple, ast.List)):
        same = isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts)
        return [one for number, part in enumerate(target.elts) for one in match(part, value.elts[number] if same else UNTOLD, name)]
    return []


def pairs(node, what):
    if isinstance(node, ast.DictComp):
        found = [(node.key, node.value)]
    elif isinstance(node, ast.Dict):
        found = [(key or UNTOLD, value) for key, value in zip(node.keys, node.values)]
    else:
        found = [(UNTOLD, UNTOLD)]
    return [key if what == "keys" else value if what == "values" else ast.Tuple(elts=[key, value], ctx=ast.Load()) for key, value in found]


def joined(parts):
    return {"".join(words) for words in itertools.product(*parts)}
