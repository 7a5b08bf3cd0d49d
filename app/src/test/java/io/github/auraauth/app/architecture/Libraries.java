package io.github.auraauth.app.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every package that is none of ours and may be seen, and by whom: what is not listed here is refused. */
final class Libraries {
    /** The JDK as far as a module of the core may see it; {@link PurityRules} says which packages those are. */
    static final List<String> JDK = List.of("java..", "javax.crypto..");

    /** Drivers, by the one layer that may see them. */
    static final Map<String, List<String>> DRIVERS = Map.ofEntries(
            Map.entry("adapter.memory", List.of("com.github.benmanes.caffeine..")),
            Map.entry("adapter.mongo", List.of("com.mongodb..", "org.bson..", "io.github.resilience4j..")),
            Map.entry("adapter.redis", List.of("io.lettuce..", "io.netty..", "io.github.resilience4j..")),
            Map.entry(
                    "front",
                    List.of(
                            "io.javalin..",
                            "kotlin..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "com.fasterxml.jackson..",
                            "com.networknt..",
                            "io.micrometer..",
                            "io.opentelemetry..")),
            Map.entry("servlet", List.of("jakarta.servlet..")),
            Map.entry("adapter.http", List.of("com.fasterxml.jackson..", "io.micrometer..", "io.prometheus..")),
            Map.entry("adapter.pages", List.of("com.fasterxml.jackson..", "gg.jte..", "io.micrometer..")),
            Map.entry("adapter.jose", List.of("org.jose4j..")),
            Map.entry(
                    "adapter.credentials",
                    List.of(
                            "com.nulabinc.zxcvbn..",
                            "com.yubico.webauthn..",
                            "com.fasterxml.jackson..",
                            "io.nayuki.qrcodegen..")),
            Map.entry("adapter.directline", List.of("com.fasterxml.jackson..")),
            Map.entry("adapter.channels", List.of("com.fasterxml.jackson..")),
            Map.entry("adapter.kernel", List.of("com.fasterxml.jackson..")),
            Map.entry("adapter.files", List.of("io.micrometer..")),
            Map.entry("adapter.azure", List.of("com.azure..", "reactor.core.publisher..")),
            Map.entry(
                    "outgoing",
                    List.of("org.apache.hc..", "io.github.resilience4j..", "io.micrometer..", "io.opentelemetry..")),
            Map.entry(
                    "app",
                    List.of(
                            "javax.management..",
                            "picocli..",
                            "com.cronutils..",
                            "me.tongfei.progressbar..",
                            "com.fasterxml.jackson.core..",
                            "io.opentelemetry..",
                            "io.micrometer..",
                            "ch.qos.logback..",
                            "net.logstash.logback..")),
            Map.entry("embedded", List.of("de.bwaldvogel.mongo..", "io.netty..")),
            Map.entry("testkit", List.of("org.junit.jupiter.api..", "org.assertj.core..")));

    /** Adapters that answer requests, by the one engine that there is. */
    static final List<String> ANSWERING = List.of("adapter.http", "adapter.pages");

    /** Adapters that call services of others, by the one client that there is. */
    static final List<String> CALLING =
            List.of("adapter.directline", "adapter.channels", "adapter.kernel", "adapter.azure");

    private static final List<String> OUTSIDE_THE_CORE =
            List.of("javax.net..", "org.jspecify.annotations..", "org.slf4j..");

    private Libraries() {}

    /** What a layer outside the core may see that is none of ours. */
    static List<String> of(String layer) {
        List<String> all = new ArrayList<>(JDK);
        all.addAll(OUTSIDE_THE_CORE);
        all.addAll(DRIVERS.get(layer));
        return all;
    }
}
