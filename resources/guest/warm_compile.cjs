"use strict";
// Preloaded (node --require) into the throw-away gateway of d-warm, and nowhere else.
//
// OpenClaw loads its plugins with jiti, which compiles each file as it is imported: one after the other, on one
// processor. As the first file is about to be compiled, this compiles what OpenClaw's plugin interface leads to on
// several processors, by jiti itself and with the options of that first call. The results land in jiti's cache,
// where the gateway finds them a moment later. What this file does not understand, the gateway compiles by itself.
//
// HOME/compiling stands from the beginning of that, HOME/compiled from its end.

const fs = require("node:fs");
const { createRequire, isBuiltin } = require("node:module");
const os = require("node:os");
const path = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");
const { Worker, isMainThread, workerData } = require("node:worker_threads");

const MEMORY = 700 * 1024 * 1024; // bytes that compiling the largest file takes
const LONGEST = 200_000; // ms
const SOURCE = /\.[cm]?[jt]sx?$/;
const TYPESCRIPT = /\.[cm]?tsx?$/;
const IMPORT = /(?:^|[\s;}])(?:import|export)\b(?!\s*type\b)[^"';()]*?\bfrom\s*["']([^"'\n]+)["']|(?:^|[\s;}])import\s*["']([^"'\n]+)["']/g;
const ESM = /(?:^|[\s;])(?:import[\s\w*,{}$]*from|import\s*["'*{]|export\b\s*(?:[*{]|default|class|function|const|var|let|async))|\bimport\.meta\b/m;

/// Whether the nearest package.json calls its files modules.
function isModule(file, known) {
    const folder = path.dirname(file);
    if (!known.has(folder)) {
        let type;
        try {
            type = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")).type === "module";
        } catch {
            type = folder !== path.dirname(folder) && isModule(folder, known);
        }
        known.set(folder, type);
    }
    return known.get(folder);
}

/// The files that jiti will compile, found by their imports, the largest first.
function filesFrom(entries, resolve) {
    const found = new Map();
    const folders = new Map();
    const waiting = [...entries];
    while (waiting.length) {
        const file = waiting.pop();
        const extension = path.extname(file);
        if (found.has(file) || !SOURCE.test(file) || extension === ".cjs" || !fs.existsSync(file))
            continue;
        const source = fs.readFileSync(file, "utf8");
        const compiled = TYPESCRIPT.test(file) || extension === ".mjs" || (extension === ".js" && isModule(file, folders)) || ESM.test(source);
        found.set(file, compiled ? source.length : 0);
        if (!compiled)
            continue; // what such a file requires, Node loads by itself
        for (const match of source.matchAll(IMPORT)) {
            const name = match[1] || match[2];
            if (isBuiltin(name))
                continue;
            try {
                waiting.push(resolve(name, file));
            } catch {
                // an optional dependency that is not there
            }
        }
    }
    return [...found].filter(([, size]) => size > 0).sort((one, other) => other[1] - one[1]).map(([file]) => file);
}

/// What jiti's compiler is called with, but for the file.
function constant({ filename, source, ts, ...rest }) {
    return JSON.stringify(rest, (key, value) => (typeof value === "function" ? `function ${value}` : value));
}

/// A loader as OpenClaw makes it; its compiler refuses to be called otherwise than OpenClaw's was.
function makeJiti({ folder, options, expected }) {
    const { createJiti } = createRequire(path.join(folder, "package.json"))("jiti");
    const babel = require(babelOf(folder));
    const transform = (call) => {
        if (constant(call) !== expected)
            throw new Error("other options than OpenClaw's");
        return babel(call);
    };
    return createJiti(path.join(folder, "dist", "loader.js"), { ...options, transform });
}

function babelOf(folder) {
    return path.join(path.dirname(createRequire(path.join(folder, "package.json")).resolve("jiti")), "../dist/babel.cjs");
}

/// The files that plugins import as OpenClaw's interface for them.
function interfaceOf(folder) {
    const { exports } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    const file = (target) => (typeof target === "string" ? target : target?.import ?? target?.default);
    return Object.entries(exports).filter(([name]) => name.startsWith("./plugin-sdk")).map(([, target]) => path.join(folder, file(target)));
}

/// In a thread: takes one file after the other until none is left.
function compileInTurn({ loader, files, shared }) {
    const state = new Int32Array(shared);
    try {
        const jiti = makeJiti(loader);
        for (let next = Atomics.add(state, 0, 1); next < files.length; next = Atomics.add(state, 0, 1)) {
            const filename = files[next];
            try {
                jiti.transform({ filename, source: fs.readFileSync(filename, "utf8"), ts: TYPESCRIPT.test(filename), async: false, jsx: loader.options.jsx });
            } catch {
                // the gateway will meet the same, and tell it
            }
        }
    } finally {
        Atomics.add(state, 1, 1);
        Atomics.notify(state, 1);
    }
}

/// Returns when all threads are done: until then the gateway would only compile the same. How many files they had.
function compileFiles(loader, threads) {
    const jiti = makeJiti(loader);
    const files = filesFrom(interfaceOf(loader.folder), (name, parent) =>
        fileURLToPath(jiti.esmResolve(name, { parentURL: pathToFileURL(parent).href, conditions: ["node", "require"] })));
    const state = new Int32Array(new SharedArrayBuffer(8));
    const work = { undockCompiles: true, loader, files, shared: state.buffer };
    for (let number = 0; number < threads; number += 1)
        new Worker(__filename, { workerData: work, execArgv: [], stdout: true, stderr: true }).unref();
    const end = Date.now() + LONGEST;
    for (let ended = 0; ended < threads && Date.now() < end; ended = Atomics.load(state, 1))
        Atomics.wait(state, 1, ended, 1000);
    return files.length;
}

/// `call`: the first that jiti makes to its compiler.
function compileAtOnce(folder, call) {
    const threads = Math.min(os.availableParallelism(), Math.floor(os.freemem() / MEMORY));
    if (threads < 2 || call.async)
        return;
    fs.writeFileSync(path.join(process.env.HOME, "compiling"), "", { flag: "wx" }); // the first process does it, once
    let said = "";
    try {
        const options = { interopDefault: call.interopDefault, jsx: call.jsx ?? false };
        said = `${compileFiles({ folder, options, expected: constant(call) }, threads)} files on ${threads} processors\n`;
    } finally {
        fs.writeFileSync(path.join(process.env.HOME, "compiled"), said);
    }
}

/// jiti's compiler is replaced by one that first compiles the rest, for whoever loads it after this file.
function install(folder) {
    const file = babelOf(folder);
    const original = require(file);
    let began = false;
    require.cache[file].exports = Object.assign((call) => {
        if (!began) {
            began = true;
            try {
                compileAtOnce(folder, call);
            } catch {
                // left to the gateway
            }
        }
        return original(call);
    }, original);
}

if (workerData?.undockCompiles)
    compileInTurn(workerData);
else if (isMainThread && process.env.OPENCLAW_UNDOCK_PACKAGE)
    try {
        install(process.env.OPENCLAW_UNDOCK_PACKAGE);
    } catch {
        // another layout of the package: the gateway compiles alone
    }
