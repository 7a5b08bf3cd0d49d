package io.github.auraauth.app.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a package-info says that its package may see. It allows a package of ours by its name from the layer on, or from
 * any package on that encloses both; or by its module, or by a prefix that is no package itself, such as {@code port.in}.
 *
 * @param maySee what follows the words "May see"
 */
record PackageInfo(OurPackage place, String maySee) {
    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z]+(?:[.-][a-z]+)*)}");

    /** What a library is called, by how the names of its packages begin. */
    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            entry("ch.qos.logback", "Logback"),
            entry("com.azure", "Azure's SDK"),
            entry("com.cronutils", "cron-utils"),
            entry("com.fasterxml.jackson", "Jackson"),
            entry("com.github.benmanes.caffeine", "Caffeine"),
            entry("com.mongodb", "MongoDB's driver"),
            entry("com.networknt", "JSON-schema validator"),
            entry("com.nimbusds", "Nimbus"),
            entry("com.nulabinc.zxcvbn", "zxcvbn"),
            entry("com.sun.net.httpserver", "JDK"),
            entry("com.yubico.webauthn", "webauthn-server-core"),
            entry("de.bwaldvogel.mongo", "mongo-java-server"),
            entry("gg.jte", "jte"),
            entry("io.github.resilience4j", "Resilience4j"),
            entry("io.javalin", "Javalin"),
            entry("io.lettuce", "Lettuce"),
            entry("io.micrometer", "Micrometer"),
            entry("io.opentelemetry", "OpenTelemetry"),
            entry("io.nayuki.qrcodegen", "qrcodegen"),
            entry("io.netty", "Netty"),
            entry("jakarta.servlet", "Servlet API"),
            entry("java", "JDK"),
            entry("kotlin", "Kotlin"),
            entry("me.tongfei.progressbar", "progressbar"),
            entry("net.logstash.logback", "Logstash encoder"),
            entry("org.apache.hc", "Apache HttpClient"),
            entry("org.assertj", "AssertJ"),
            entry("org.bson", "MongoDB's driver"),
            entry("org.eclipse.jetty", "Jetty"),
            entry("org.jose4j", "jose4j"),
            entry("org.jspecify", ""),
            entry("org.junit", "JUnit"),
            entry("org.slf4j", "SLF4J"),
            entry("picocli", "picocli"),
            entry("reactor", "Reactor"));

    static PackageInfo of(String path, String source) {
        String text = source.replaceFirst("(?s)\\*/.*", "").replaceAll("\\s+\\*?\\s*", " ");
        return new PackageInfo(OurPackage.of(path), text.replaceFirst(".*[Mm]ay see ", ""));
    }

    /** The packages and modules that it names, whether there are such or not. */
    Stream<String> names() {
        return NAME.matcher(maySee).results().map(found -> found.group(1));
    }

    boolean allowsLibrary(String imported) {
        return LIBRARIES.entrySet().stream()
                .anyMatch(library -> imported.startsWith(library.getKey()) && maySee.contains(library.getValue()));
    }

    /** @param packages the names of all packages of ours */
    boolean allows(OurPackage imported, Set<String> packages) {
        boolean otherModule = !imported.module().equals(place.module());
        return otherModule && maySee.startsWith("every module")
                || names().anyMatch(name -> covers(name, imported, packages));
    }

    /** Whether a name in it means that package, or its module, or what encloses it and is no package with classes itself. */
    boolean covers(String name, OurPackage ours, Set<String> packages) {
        return name.equals(ours.module())
                || enclosing()
                        .map(outer -> outer + name)
                        .anyMatch(full -> full.equals(ours.name())
                                || !packages.contains(full) && ours.name().startsWith(full + "."));
    }

    /** What a name may leave out at its beginning. */
    private Stream<String> enclosing() {
        return Stream.iterate(
                        place.name() + ".", outer -> !outer.isEmpty(), outer -> outer.replaceFirst("\\w+\\.$", ""))
                .map(outer -> outer.replaceFirst("\\w+\\.$", ""));
    }
}
