#!/usr/bin/env python3
"""Opens a page that `tercet export --format html` wrote in headless Chromium, and measures it.

    Benchmarks/page.py build/news.html [--tsv] [--screenshot FOLDER]

Prints a table: what was measured, the bar, and whether it holds; the exit status is 1 when a bar is missed. Needs
Debian's `chromium` and Python alone: the browser is spoken to through two pipes (the DevTools protocol).
"""
import argparse
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


class Browser:
    """Headless Chromium with one page, which may not use the network."""

    def __init__(self, width=1600, height=1000, options=()):
        self.folder = tempfile.TemporaryDirectory()
        to_browser, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()
        command = [
            "bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", "chromium", "--headless=new",
            "--no-sandbox", "--remote-debugging-pipe", f"--user-data-dir={self.folder.name}", "--disable-gpu",
            "--hide-scrollbars=false", f"--window-size={width},{height}", "--no-first-run", *options, "about:blank",
        ]
        self.process = subprocess.Popen(
            command, pass_fds=(to_browser, from_browser), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.buffer = b""
        self.events = []
        pages = [each for each in self.call("Target.getTargets")["targetInfos"] if each["type"] == "page"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)["sessionId"]
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        for domain in ("Page", "Runtime", "Network", "Log", "Accessibility"):
            self.call(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.reading, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has gone away")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def open(self, address, wait=1.0):
        self.call("Page.navigate", url=address)
        time.sleep(wait)
        self.evaluate("1")

    def key(self, key, code=None, text=None, modifiers=0):
        numbers = {
            "Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        common = {"key": key, "code": code or key, "modifiers": modifiers,
                  "windowsVirtualKeyCode": numbers.get(key, ord(key.upper()[0]))}
        if key == "Enter":
            text = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, x, y):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def requests(self):
        """Addresses of the network that were asked for, answered or not."""
        asked = [event["params"]["request"]["url"] for event in self.events
                 if event.get("method") == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith(("file:", "about:"))]

    def complaints(self):
        found = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                found.append(str(parameters["exceptionDetails"].get("exception", {}).get("description")))
            elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
                found.append(str(parameters["args"]))
            elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
                found.append(parameters["entry"]["text"])
        return found

    def close(self):
        self.session = None
        try:
            self.call("Browser.close")
        except (RuntimeError, OSError):
            pass
        self.process.wait(timeout=20)
        self.folder.cleanup()


# How long a change of the search takes until the picture after it is painted, in milliseconds.
SEARCH = """new Promise((done) => {
  const field = document.getElementById('search');
  const start = performance.now();
  field.value = %s;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
# How many statements the page says that it shows.
SHOWN = "Number(document.getElementById('status').textContent.split(' ')[0])"


def measure(path, folder):
    rows = []

    def add(what, value, bar, holds):
        rows.append((what, str(value), bar, holds))

    size = os.path.getsize(path)
    browser = Browser()
    address = pathlib.Path(path).resolve().as_uri()
    browser.open(address, wait=3)
    edges = browser.evaluate("document.querySelectorAll('#statements tbody tr').length")
    add("statements", edges, "", True)
    add("bytes a 1,000 statements", round(size / max(edges, 1) * 1_000), "500,000", size <= max(edges, 1_000) * 500)
    # The best of five: the machine may have other work.
    paints, drawn = [], []
    for _ in range(5):
        paints.append(browser.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 1e9"))
        drawn.append(browser.evaluate("performance.getEntriesByName('ready')[0]?.startTime ?? 1e9"))
        browser.open("about:blank", wait=0.2)
        browser.open(address, wait=3)
    add("first paint, ms", round(min(paints)), "1,000", min(paints) <= 1_000)
    add("graph drawn, ms", round(min(drawn)), "1,000", min(drawn) <= 1_000)
    if folder:
        browser.screenshot(f"{folder}/page.png")
    time.sleep(1)
    usual = browser.evaluate(SHOWN)
    searches = []
    for word in ("a", "NATO", "minister said", "zzz", ""):
        searches.append(min(browser.evaluate(SEARCH % json.dumps(word + blanks)) for blanks in ("", " ", "  ")))
        if word == "zzz":
            add("rows for what nobody says", browser.evaluate(SHOWN), "0", browser.evaluate(SHOWN) == 0)
    add("slowest search until painted, ms", round(max(searches)), "100", max(searches) <= 100)
    add("rows after an empty search", browser.evaluate(SHOWN), str(usual), browser.evaluate(SHOWN) == usual)

    # Keys alone: to the picture, to the best connected entity, to a neighbor, to the sentences of a statement.
    browser.evaluate("document.getElementById('canvas').focus()")
    browser.key("Enter")
    chosen = browser.evaluate("document.querySelector('#choice .chip')?.firstChild.textContent ?? ''")
    add("Enter on the graph chooses", chosen, "an entity", bool(chosen))
    if folder:
        browser.screenshot(f"{folder}/entity.png")
    for arrow in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        browser.key(arrow)
        neighbor = browser.evaluate("document.querySelector('#choice .chip').firstChild.textContent")
        if neighbor != chosen:
            break
    add("an arrow goes on to", neighbor, "a neighbor", neighbor != chosen)
    for _ in range(40):
        browser.key("Tab")
        if browser.evaluate("document.activeElement.classList.contains('proof')"):
            break
    browser.key("Enter")
    sentence = browser.evaluate("document.querySelector('tr.evidence blockquote')?.textContent ?? ''")
    has = browser.evaluate("document.querySelectorAll('#sentences li').length") > 0
    add("Tab and Enter show a sentence of", len(sentence), "some letters", len(sentence) > 10 or not has)
    if folder:
        browser.screenshot(f"{folder}/sentence.png")
    browser.evaluate("document.getElementById('canvas').focus()")
    browser.key("Escape")
    add("rows after Escape", browser.evaluate(SHOWN), str(usual), browser.evaluate(SHOWN) == usual)

    # What a screen reader is told: every control has a name.
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    controls = ("button", "checkbox", "slider", "searchbox", "textbox", "link", "application")
    silent = [node for node in nodes if node.get("role", {}).get("value") in controls
              and not node.get("ignored") and not node.get("name", {}).get("value")]
    add("controls without a name", len(silent), "0", not silent)
    add("scripts that a name or sentence ran", browser.evaluate("String(window.tercetWasRun ?? 'none')"), "none",
        browser.evaluate("window.tercetWasRun === undefined"))
    add("network requests", len(browser.requests()), "0", not browser.requests())
    complaints = browser.complaints()
    add("console errors and warnings", len(complaints), "0", not complaints)
    for complaint in complaints[:5]:
        print(complaint, file=sys.stderr)
    if folder:
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        time.sleep(0.3)
        browser.screenshot(f"{folder}/dark.png")
        browser.call("Emulation.setEmulatedMedia", features=[])
        browser.call("Emulation.setDeviceMetricsOverride", width=420, height=900, deviceScaleFactor=1, mobile=True)
        time.sleep(0.3)
        browser.screenshot(f"{folder}/narrow.png")
    browser.close()

    plain = Browser()
    plain.call("Emulation.setScriptExecutionDisabled", value=True)
    plain.call("Page.navigate", url=pathlib.Path(path).resolve().as_uri())
    time.sleep(1)
    if folder:
        plain.screenshot(f"{folder}/plain.png")
    plain.close()
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page")
    parser.add_argument("--tsv", action="store_true", help="tabs in place of a table of Markdown")
    parser.add_argument("--screenshots", metavar="FOLDER", help="where to leave pictures of the page")
    options = parser.parse_args()
    rows = measure(options.page, options.screenshots)
    if options.tsv:
        for row in rows:
            print("\t".join([*row[:3], "yes" if row[3] else "NO"]))
    else:
        print("| measure | value | bar | holds |\n| --- | ---: | ---: | --- |")
        for what, value, bar, holds in rows:
            print(f"| {what} | {value} | {bar} | {'yes' if holds else 'NO'} |")
    sys.exit(0 if all(row[3] for row in rows) else 1)


if __name__ == "__main__":
    main()
