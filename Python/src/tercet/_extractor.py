"""The program as a filter that stays open: documents in, statements out."""

from __future__ import annotations

import io
import os
import re
import selectors
import subprocess
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json

from tercet import _documents
from tercet._program import DAMAGED, TercetError, end, failure, find_program, start_error
from tercet._schema import STATEMENTS

OnError = Literal["row", "skip", "raise"]

# What ends a document: its receipt, or why it could not be read. No row of a statement ends so: a quote inside a
# string has a backslash before it.
_RECEIPT = re.compile(rb'^\{"document":"(\d+)","statements":\d+\}$')
_ERROR = re.compile(rb'^\{"document":"((?:[^"\\]|\\.)*)","error":"')
_LINK = re.compile(rb',"link":"')
_PIPE = 1 << 16
_KEPT_OF_STANDARD_ERROR = 1 << 14
_MOST_ROWS = 1 << 14
_MOST_DEATHS = 6


class Extractor:
    """A program that is kept open and answers batches of documents with their statements.

    ``on_error`` says what becomes of a document that cannot be read, or by which the program dies twice: ``"row"``, a
    row with ``error``; ``"skip"``, nothing; ``"raise"``, a :class:`TercetError`. ``id``, ``text``, ``date``, ``title``
    and ``source`` are the columns of the batches, where they have other names. Ids need not differ. ``threads`` is the
    number of processors that it may use, all by default.

    It is for one thread at a time. Only that thread takes from whoever gives the batches, since engines such as Spark
    expect this; a loop over the pipes of the child keeps either side from waiting for the other.

    >>> with Extractor() as extractor:
    ...     extractor(pa.table({"id": ["a"], "text": ["Sweden joined NATO."]})).column("relation").to_pylist()
    ['memberOf']
    """

    def __init__(
        self,
        *,
        id: str | None = None,
        text: str | None = None,
        date: str | None = None,
        title: str | None = None,
        source: str | None = None,
        on_error: OnError = "row",
        threads: int | None = None,
        program: str | None = None,
    ) -> None:
        if on_error not in ("row", "skip", "raise"):
            raise ValueError(f"expected on_error to be 'row', 'skip' or 'raise', found {on_error!r}")
        self._columns = {"id": id, "text": text, "date": date, "title": title, "source": source}
        self._on_error = on_error
        self._program = program or find_program()
        self._options = [] if threads is None else ["--threads", str(threads)]
        self._child: subprocess.Popen[bytes] | None = None
        self._said = bytearray()
        self._documents = 0
        self._deaths = 0

    def __enter__(self) -> Extractor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.kill()

    def __call__(self, documents: pa.Table | pa.RecordBatch) -> pa.Table:
        """The statements of some documents, when all have been read."""
        batches = documents.to_batches() if isinstance(documents, pa.Table) else [documents]
        return pa.Table.from_batches((rows for batch in batches for rows in self.statements(batch)), STATEMENTS)

    def statements(self, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The statements of a batch of documents, a batch whenever there are some thousands, in the order of documents.

        All of them have been read when it ends, so that nothing of this batch comes with the next.
        """
        for offset in range(0, batch.num_rows, _documents.BATCH):
            part = batch.slice(offset, _documents.BATCH)
            yield from self._answered(_documents.select(part, self._columns))

    def close(self) -> None:
        """Ends the program, which has nothing left to do, and checks its exit status."""
        child, self._child = self._child, None
        if child is None:
            return
        try:
            # Both pipes are read to their ends; it has been answered in full, so that there is next to nothing.
            _, said = child.communicate()
            self._keep(said)
        finally:
            end(child)
        if child.returncode != 0:
            raise failure(child.returncode, bytes(self._said))

    def kill(self) -> None:
        """Ends the program, whatever it does."""
        child, self._child = self._child, None
        if child is not None:
            end(child)

    def _answered(self, documents: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """Asks until each document is answered, once more where the program was killed."""
        ids, start = documents.column("id"), self._documents
        lines = _documents.lines(documents, range(start, start + len(documents)))
        died_at = -1
        while (first := self._documents - start) < len(lines):
            try:
                for rows in self._ask(lines[first:]):
                    yield from self._rows(rows, ids, start)
            except TercetError as error:
                self.kill()
                here = self._documents - start
                self._deaths = self._deaths + 1 if here == first else 1
                # A wrong option or a broken program fails with a status. A signal may come from outside, such as one
                # for want of memory, so the document is tried again before it is blamed.
                if (error.status or 0) >= 0 or self._deaths >= _MOST_DEATHS:
                    raise
                if here == died_at:
                    self._documents += 1
                    if self._on_error == "raise":
                        raise TercetError(f"{ids[here]}: {error.message}", error.status) from error
                    if self._on_error == "row":
                        yield _error_row(ids[here].as_py(), error.message)
                died_at = here
            except BaseException:  # Whoever asked does not want the rest; the next batch begins anew.
                self.kill()
                raise

    def _ask(self, lines: list[bytes]) -> Iterator[list[bytes]]:
        """Writes documents and yields lines about those that are answered in full; each counts in ``_documents``."""
        child = self._child = self._child or self._start()
        assert child.stdin and child.stdout and child.stderr
        end_of_batch = self._documents + len(lines)
        waiting = memoryview(b"".join(lines))
        complete: list[bytes] = []
        open_rows: list[bytes] = []
        rest = b""
        with selectors.DefaultSelector() as selector:
            for pipe in (child.stdout, child.stderr):
                selector.register(pipe, selectors.EVENT_READ)
            selector.register(child.stdin, selectors.EVENT_WRITE)
            while self._documents < end_of_batch:
                for key, _ in selector.select():
                    if key.fileobj is child.stdin:
                        try:
                            waiting = waiting[os.write(key.fd, waiting[:_PIPE]) :]
                        except BrokenPipeError:  # Its exit status tells why, once standard output ends.
                            waiting = waiting[len(waiting) :]
                        if not waiting:
                            selector.unregister(child.stdin)
                    elif key.fileobj is child.stderr:
                        if said := os.read(key.fd, _PIPE):
                            self._keep(said)
                        else:
                            selector.unregister(child.stderr)
                    elif received := os.read(key.fd, _PIPE):
                        *whole, rest = (rest + received).split(b"\n")
                        for line in whole:
                            if (last := self._last_of_document(line)) is None:
                                open_rows.append(line)
                            else:
                                complete += open_rows + last
                                open_rows = []
                    else:
                        if complete:
                            yield complete
                        raise self._ended(child)
                if len(complete) >= _MOST_ROWS:
                    yield complete
                    complete = []
        if complete:
            yield complete

    def _last_of_document(self, line: bytes) -> list[bytes] | None:
        """The rows in a line that ends a document, which must be the one whose turn it is; None if it ends none."""
        receipt, error = _RECEIPT.match(line), _ERROR.match(line)
        if (ended := receipt or error) is None:
            return None
        number = b"%d" % self._documents
        # What is too long to be read has its line in the place of an id.
        if ended[1] != number and (receipt or ended[1].isdigit()):
            raise TercetError(f"expected an answer about document {self._documents}, found {line!r:.80}")
        self._documents += 1
        return [b'{"document":"' + number + line[error.end(1) :]] if error else []

    def _start(self) -> subprocess.Popen[bytes]:
        arguments = ["extract", "-", "--input-format", "jsonl", "--format", "jsonl"]
        arguments += ["--flush", "--receipts", "--on-error", "row", "--quiet", *self._options]
        try:
            child = subprocess.Popen(
                [self._program, *arguments],
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            raise start_error(self._program, error) from error
        assert child.stdin
        os.set_blocking(child.stdin.fileno(), False)
        self._said.clear()
        return child

    def _ended(self, child: subprocess.Popen[bytes]) -> TercetError:
        assert child.stderr
        self._keep(child.stderr.read())
        return failure(child.wait(), bytes(self._said))

    def _keep(self, said: bytes) -> None:
        self._said += said
        del self._said[:-_KEPT_OF_STANDARD_ERROR]

    def _rows(self, lines: list[bytes], ids: pa.Array, start: int) -> Iterator[pa.RecordBatch]:
        """Rows of lines, with the documents' own ids; not those on names inside descriptions, which state nothing."""
        text = b"\n".join(line for line in lines if not _LINK.search(line))
        if not text:
            return
        table = pyarrow.json.read_json(
            io.BytesIO(text),
            read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(text) + 1),
            parse_options=pyarrow.json.ParseOptions(explicit_schema=STATEMENTS, unexpected_field_behavior="ignore"),
        )
        places = pc.subtract(table.column("document").cast(pa.int64()), start)
        table = table.set_column(0, "document", pc.take(ids, places))
        if self._on_error != "row" and (errors := table.filter(table.column("error").is_valid())).num_rows:
            if self._on_error == "raise":
                bad = errors.slice(0, 1).to_pylist()[0]
                raise TercetError(f"{bad['document']}: {bad['error']}", DAMAGED)
            table = table.filter(table.column("error").is_null())
        yield from table.select(STATEMENTS.names).cast(STATEMENTS).combine_chunks().to_batches()


def _error_row(document: str, message: str) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([{"document": document, "error": message}], schema=STATEMENTS)


def stream(
    batches: Iterable[pa.RecordBatch],
    *,
    id: str | None = None,
    text: str | None = None,
    date: str | None = None,
    title: str | None = None,
    source: str | None = None,
    on_error: OnError = "row",
    threads: int | None = None,
    program: str | None = None,
) -> Iterator[pa.RecordBatch]:
    """The statements of batches of documents as they come, by one program for all of them.

    This is what engines run: an iterator over batches to an iterator over batches, with the columns of
    ``tercet.STATEMENTS`` whatever comes in. The program is started with the first document and ended with the iterator,
    also where that is closed early or fails. For the arguments see :class:`Extractor`.

    >>> batch = pa.RecordBatch.from_pylist([{"id": "a", "text": "Sweden joined NATO."}, {"id": "b", "text": ""}])
    >>> [(row["document"], row["subject"], row["error"] is None) for row in next(stream([batch])).to_pylist()]
    [('a', 'Sweden', True), ('b', None, False)]
    """
    extractor = Extractor(
        id=id, text=text, date=date, title=title, source=source, on_error=on_error, threads=threads, program=program
    )
    with extractor:
        for batch in batches:
            yield from extractor.statements(batch)
