"""Reads a board with programs that others wrote. Ends with an exception at the first that cannot."""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import extruct
import feedparser
import standardwebhooks

BOARD = sys.argv[1]
TOOLS = Path(os.environ["TOOLS"])
FOLDER = Path(os.environ["FOLDER"])
PYTHON = TOOLS / "python" / "bin"
NODE = TOOLS / "node" / "node_modules" / ".bin"
PASSWORD = "correct horse battery"

opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())


def get(path, **headers):
    request = urllib.request.Request(urllib.parse.urljoin(BOARD, path), headers=headers)
    return opener.open(request, timeout=60).read().decode()


def post(path, form, **headers):
    data = urllib.parse.urlencode(form).encode()
    request = urllib.request.Request(BOARD + path, data, headers)
    return opener.open(request, timeout=60).read().decode()


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def feeds():
    for address in ["/jobs", "/remote", "/jobs?q=engineer&workplace=remote"]:
        path, _, query = address.partition("?")
        ids = []
        for extension in ["atom", "rss"]:
            feed = feedparser.parse(f"{BOARD}{path}.{extension}?{query}".rstrip("?"))
            assert not feed.bozo, feed.bozo_exception
            assert len(feed.entries) == 20, (address, len(feed.entries))
            assert all(entry.title and entry.link and entry.published_parsed for entry in feed.entries)
            ids.append([entry.id for entry in feed.entries])
            again = feedparser.parse(feed.href, etag=feed.etag)
            assert again.status == 304, again.status
        items = json.loads(get(f"{path}.json?{query}"))["items"]
        ids.append([item["id"] for item in items])
        assert ids[0] == ids[1] == ids[2], address
    print("feeds: feedparser reads Atom and RSS of three searches, and asks again in vain")


def sitemap():
    index = re.findall(r"<loc>(.*?)</loc>", get("/sitemap.xml"))
    urls = [url for file in index for url in re.findall(r"<loc>(.*?)</loc>", get(file))]
    everything = get("/jobs.indeed.xml").count("<referencenumber>")
    assert len(urls) == everything > 0, (len(urls), everything)
    print(f"sitemap: {len(urls)} jobs in {len(index)} files, and as many in the feed of all jobs")
    return urls


def markup(urls):
    """Every tenth job's JSON-LD, checked by the TypeScript compiler against schema-dts."""
    found, read = [], urls[::10]
    for url in read:
        data = extruct.extract(get(url), base_url=url, syntaxes=["json-ld"])["json-ld"]
        found += data
    for posting in found:
        assert posting["@type"] == "JobPosting" and posting["datePosted"] and posting["description"]
        place = posting.get("jobLocation", {}).get("address", {}).get("addressCountry")
        remote = posting.get("jobLocationType") == "TELECOMMUTE"
        assert place or remote and posting["applicantLocationRequirements"], posting["title"]
    assert found
    source = FOLDER / "postings.ts"
    literals = ",\n".join(json.dumps(posting) for posting in found)
    source.write_text(
        'import type { JobPosting, WithContext } from "schema-dts";\n'
        f"export const postings: WithContext<JobPosting>[] = [\n{literals}\n];\n"
    )
    modules = FOLDER / "node_modules"
    modules.symlink_to(TOOLS / "node" / "node_modules")
    run(NODE / "tsc", "--noEmit", "--strict", "--skipLibCheck", source)
    print(f"markup: {len(found)} of {len(read)} pages have some, and all of it is schema.org's JobPosting")


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes what a webhook sends."""

    messages = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        Receiver.messages.append((dict(self.headers.items()), body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def account():
    form = {"name": "Ada", "email": "ada@example.org", "password": PASSWORD}
    post("/register", form)
    page = post("/account/tokens", {"name": "consumers", "scope": "write", "current_password": PASSWORD})
    return re.search(r"jobboard_[\w-]+", page)[0]


def clients(token):
    """Clients that are generated from the description make, publish and find a job."""
    description = FOLDER / "openapi.json"
    description.write_text(get("/api/openapi.json"))
    run(PYTHON / "openapi-python-client", "generate", "--path", description, "--output-path",
        FOLDER / "client", "--meta", "none")
    sys.path.insert(0, str(FOLDER))
    from client import AuthenticatedClient
    from client.api.jobs import create_job, list_jobs, publish_job, read_job
    from client.models import ContactPoint, JobPosting, NewApiJob, Organization, Place, PostalAddress

    client = AuthenticatedClient(BOARD, token)
    address = PostalAddress(address_locality="London", address_country="GB")
    job = NewApiJob.from_dict({
        **JobPosting(
            title="Engineer of engines",
            description="<p>We build engines that compute. Come and help.</p>",
            employment_type="FULL_TIME",
            hiring_organization=Organization(name="Analytical Engines"),
            job_location=Place(address=address),
            application_contact=ContactPoint(email="jobs@engines.example"),
        ).to_dict(),
    })
    made = create_job.sync_detailed(client=client, body=job)
    assert made.status_code == 201, made.content
    number = made.parsed.id
    assert publish_job.sync_detailed(number, client=client).status_code == 200
    assert read_job.sync(number, client=client).title == "Engineer of engines"
    found = list_jobs.sync(client=client, q="engines", workplace=[])
    assert number in [one.id for one in found.item_list_element]
    print("client: one generated in Python makes, publishes, reads and finds a job")

    types = FOLDER / "api.d.ts"
    run(NODE / "openapi-typescript", description, "--output", types)
    (FOLDER / "use.ts").write_text("""
import createClient from "openapi-fetch";
import type { paths } from "./api";
const client = createClient<paths>({ baseUrl: "" });
export async function titles(q: string): Promise<string[]> {
  const { data, error } = await client.GET("/api/v1/jobs", { params: { query: { q, workplace: ["remote"] } } });
  if (error) throw new Error(error.detail);
  return data.itemListElement.map((job) => job.title ?? "");
}
""")
    run(NODE / "tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext",
        "--moduleResolution", "nodenext", "--target", "es2022", "--lib", "es2022,dom", FOLDER / "use.ts")
    print("client: one typed in TypeScript compiles")
    return number


def webhooks(token, number):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = post("/account/webhooks", {"url": f"http://127.0.0.1:{server.server_port}/", "current_password": PASSWORD})
    secret = re.search(r"whsec_[\w+/=]+", page)[0]
    closure = urllib.request.Request(
        f"{BOARD}/api/v1/jobs/{number}/closure",
        json.dumps({"reason": "filled"}).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    opener.open(closure).read()
    for _ in range(200):
        if Receiver.messages:
            break
        threading.Event().wait(0.05)
    headers, body = Receiver.messages[0]
    message = standardwebhooks.Webhook(secret).verify(body, headers)
    assert message["type"] == "job.closed", message
    print("webhook: the library of Standard Webhooks verifies what was sent")


def schemathesis(token):
    report = run(
        PYTHON / "schemathesis", "run", f"{BOARD}/api/openapi.json",
        "--header", f"Authorization: Bearer {token}",
        "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
        "response_schema_conformance,response_headers_conformance,unsupported_method,missing_required_header",
        "--max-examples", os.environ.get("EXAMPLES", "50"),
        "--no-color", cwd=FOLDER,
    )
    print("schemathesis:", report.strip().splitlines()[-1].strip("= "))


feeds()
markup(sitemap())
token = account()
webhooks(token, clients(token))
schemathesis(token)
