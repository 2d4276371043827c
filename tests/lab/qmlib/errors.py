"""What qm says before it ends without an answer."""


class QmError(Exception):
    """Printed to stderr as it is; `code` is the exit status."""

    def __init__(self, text: str, code: int = 255):
        super().__init__(text)
        self.code = code


class BadParameter(QmError):
    """The check of the parameters, as the API words it."""

    def __init__(self, name: str, text: str):
        super().__init__(f"400 Parameter verification failed.\n{name}: {text}")
