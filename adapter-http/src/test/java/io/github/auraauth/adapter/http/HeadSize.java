package io.github.auraauth.adapter.http;

import java.net.http.HttpResponse;

/** How much room the head of an answer takes in the buffer of a proxy, most of which have 4 KiB for it. */
final class HeadSize {
    static final int MOST = 4_096;

    private static final int STATUS_LINE = "HTTP/1.1 303 See Other\r\n".length();
    private static final int DATE = "Date: Sun, 29 Nov 2026 23:59:59 GMT\r\n".length();

    private HeadSize() {}

    /** In bytes, with the empty line at its end. */
    static int of(HttpResponse<?> answer) {
        int lines = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> header.getKey().length() + ": ".length() + value.length() + "\r\n".length()))
                .mapToInt(Integer::intValue)
                .sum();
        return STATUS_LINE + DATE + lines + "\r\n".length();
    }
}
