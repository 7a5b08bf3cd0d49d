package io.github.auraauth.adapter.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of Blob Storage as the adapter asks for, in this process: blobs are put, read by range and listed by pages. It
 * looks at who asks, not at signatures; Azurite does that in the deep tests.
 */
public final class FakeBlobStorage implements AutoCloseable {
    static {
        // else each answer waits for the caller's acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The account that it plays. */
    public static final String ACCOUNT = "playedaccount";

    private final Map<String, Blob> blobs = new ConcurrentSkipListMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Optional<String> sas = Optional.empty();
    private volatile int failure;
    private volatile int largestPage = 7;
    private volatile boolean isEndless;
    private volatile boolean isBreaking;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean hasContainers = true;

    /** One that is ready, on a free port of the loopback interface. */
    public FakeBlobStorage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where its Blob Storage is. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + ACCOUNT);
    }

    /** Lets only those in whose query ends with it, from now on. */
    public void openFor(String token) {
        sas = Optional.of(token);
    }

    /** Answers everything with that status, from now on; 0 for none. */
    public void failWith(int status) {
        failure = status;
    }

    /** Takes what it is sent and breaks off in the place of an answer, from now on, or no longer. */
    public void breakOff(boolean breaking) {
        isBreaking = breaking;
    }

    /** Answers that much later, from now on. */
    public void answerAfter(Duration time) {
        delay = time;
    }

    /** Says after every page of a listing that there is another one, from now on. */
    public void listEndlessly() {
        isEndless = true;
    }

    /** Lists so many names at once, from now on; seven before. */
    public void listInPagesOf(int names) {
        largestPage = names;
    }

    /** Has no container, from now on. */
    public void loseContainers() {
        hasContainers = false;
    }

    /** Puts a blob, as somebody else would. */
    public void put(String path, byte[] bytes) {
        blobs.put(path, new Blob(bytes, "application/octet-stream", "\"0x" + writes.incrementAndGet() + "\""));
    }

    /** Takes a blob away, as somebody else would. */
    public void remove(String path) {
        blobs.remove(path);
    }

    /** Container and name of all blobs. */
    public List<String> paths() {
        return List.copyOf(blobs.keySet());
    }

    /** What a blob holds. */
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(blobs.get(path)).map(blob -> blob.bytes.clone());
    }

    /** What a browser is told of a blob. */
    public Optional<String> mediaType(String path) {
        return Optional.ofNullable(blobs.get(path)).map(blob -> blob.mediaType);
    }

    /** Method and path of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring(ACCOUNT.length() + 2);
        requests.add(exchange.getRequestMethod() + " " + path);
        sleep(delay);
        if (failure != 0) {
            answer(exchange, failure, error("ServerBusy"));
        } else if (!mayEnter(exchange)) {
            answer(exchange, 403, error("AuthenticationFailed"));
        } else if (!hasContainers) {
            exchange.getResponseHeaders().set("x-ms-error-code", "ContainerNotFound");
            answer(exchange, 404, error("ContainerNotFound"));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            String mediaType = exchange.getRequestHeaders().getFirst("x-ms-blob-content-type");
            blobs.put(path, new Blob(body, mediaType, "\"0x" + writes.incrementAndGet() + "\""));
            exchange.getResponseHeaders().set("ETag", blobs.get(path).version);
            if (isBreaking) {
                exchange.close();
                return;
            }
            answer(exchange, 201, new byte[0]);
        } else if (query(exchange).containsKey("restype")) {
            answer(exchange, 200, listing(path, query(exchange)));
        } else {
            read(exchange, blobs.get(path));
        }
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayEnter(HttpExchange exchange) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return sas.map(query::endsWith)
                .orElseGet(() -> authorization != null && authorization.startsWith("SharedKey " + ACCOUNT + ":"));
    }

    private static void read(HttpExchange exchange, Blob blob) throws IOException {
        if (blob == null) {
            exchange.getResponseHeaders().set("x-ms-error-code", "BlobNotFound");
            answer(exchange, 404, error("BlobNotFound"));
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("x-ms-range");
        int end = Math.min(Integer.parseInt(range.substring(range.indexOf('-') + 1)) + 1, blob.bytes.length);
        if (blob.bytes.length == 0) {
            exchange.getResponseHeaders().set("x-ms-error-code", "InvalidRange");
            answer(exchange, 416, error("InvalidRange"));
            return;
        }
        exchange.getResponseHeaders().set("ETag", blob.version);
        exchange.getResponseHeaders().set("Content-Type", blob.mediaType);
        exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (end - 1) + "/" + blob.bytes.length);
        answer(exchange, 206, Arrays.copyOf(blob.bytes, end));
    }

    /** The next names, or folders, and where to go on. */
    private byte[] listing(String container, Map<String, String> query) {
        String start = container + "/" + query.getOrDefault("prefix", "");
        String marker = query.getOrDefault("marker", "");
        StringBuilder page = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs>");
        String next = "";
        int count = 0;
        for (Map.Entry<String, Blob> blob : blobs.entrySet()) {
            String path = blob.getKey();
            if (!path.startsWith(start) || path.compareTo(marker) < 0) {
                continue;
            }
            if (++count > largestPage) {
                next = path;
                break;
            }
            String name = escaped(path.substring(container.length() + 1));
            page.append(
                    path.indexOf('/', start.length()) >= 0
                            ? "<BlobPrefix><Name>" + name.substring(0, name.lastIndexOf('/') + 1)
                                    + "</Name></BlobPrefix>"
                            : "<Blob><Name>" + name + "</Name><Properties><Etag>" + blob.getValue().version
                                    + "</Etag><BlobType>BlockBlob</BlobType></Properties></Blob>");
        }
        if (isEndless) {
            next = "again";
        }
        page.append("</Blobs><NextMarker>").append(escaped(next)).append("</NextMarker></EnumerationResults>");
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                .orElse("")
                .split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] error(String code) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code
                        + "</Code><Message>no</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("x-ms-version", "2025-01-05");
        if (status != 206) {
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static final class Blob {
        private final byte[] bytes;
        private final String mediaType;
        private final String version;

        Blob(byte[] bytes, String mediaType, String version) {
            this.bytes = bytes;
            this.mediaType = mediaType;
            this.version = version;
        }
    }
}
