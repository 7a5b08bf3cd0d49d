package io.github.auraauth.adapter.files;

import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.ChannelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Rows as CSV (RFC 4180). No value needs quotes: all are words of ours, UUIDs, numbers, times, or the version.
 *
 * @param version of the program, of {@code A-Z a-z 0-9 . _ + -}
 */
record KpiCsv(String version) {
    static final String END_OF_LINE = "\r\n";
    static final String HEADER =
            String.join(",", "time", "kind", "channelId", "authenticationType", "result", "ms", "version")
                    + END_OF_LINE;

    /** The row with the end of its line; its time is in UTC. */
    String line(KpiRow row) {
        return line(
                row.time(),
                row.kind().text(),
                row.channelId().map(ChannelId::text).orElse(""),
                row.authenticationType().map(AuthenticationType::text).orElse(""),
                row.result().text(),
                Long.toString(row.took().toMillis()));
    }

    /** A head of the audit trail with the end of its line: no operation, but of as many columns, so that readers get along. */
    String line(Instant at, ChainHead head) {
        return line(at, "audit", "", "", head.text(), "0");
    }

    private String line(Instant at, String kind, String channel, String type, String result, String millis) {
        String time = at.truncatedTo(ChronoUnit.MILLIS).toString();
        return String.join(",", time, kind, channel, type, result, millis, version) + END_OF_LINE;
    }
}
