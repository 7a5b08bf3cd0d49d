package io.github.auraauth.app.acceptance;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A row of a KPI file. */
record KpiRow(String line, String kind, String channel, String result) {
    /** All rows of those files. */
    static List<KpiRow> of(Stream<byte[]> files) {
        return files.flatMap(
                        file -> new String(file, StandardCharsets.UTF_8).lines().skip(1))
                .map(KpiRow::of)
                .toList();
    }

    /** All rows of what a storage has. */
    static List<KpiRow> in(FakeBlobStorage storage) {
        return of(storage.paths().stream().map(path -> storage.bytes(path).orElseThrow()));
    }

    /** The channels of all registrations that made somebody, as often as there is a row of it. */
    static List<String> channelsRegistered(List<KpiRow> rows) {
        return rows.stream()
                .filter(row -> row.kind.equals("register") && row.result.equals("created"))
                .map(KpiRow::channel)
                .toList();
    }

    private static KpiRow of(String line) {
        String[] cells = line.split(",", -1);
        return new KpiRow(line, cells[1], cells[2], cells[4]);
    }
}
