package io.github.auraauth.app.config.mongo;

import static io.github.auraauth.app.config.mongo.UriOptions.FEWEST;
import static io.github.auraauth.app.config.mongo.UriOptions.MOST;
import static io.github.auraauth.app.config.mongo.UriOptions.TERMS;
import static io.github.auraauth.app.config.mongo.UriOptions.TLS;
import static io.github.auraauth.app.config.mongo.UriOptions.USERS;

import io.github.auraauth.adapter.mongo.MongoUri;
import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Setting;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.app.config.variable.ValueSource;
import java.util.List;
import java.util.Optional;

/** The rules for the configuration of MongoDB. */
public final class MongoRules {
    private MongoRules() {}

    /** Notes what keeps the program from starting, and never a part of an address but its options. */
    public static void check(Settings settings, Findings findings) {
        for (String uri : List.of(USERS, TERMS)) {
            Optional<MongoUri.Fault> fault = UriOptions.access(settings, uri).flatMap(MongoUri::fault);
            fault.ifPresent(found -> findings.refuse(uri, allowed(found, uri)));
            if (fault.isEmpty()) {
                options(UriOptions.over(settings, uri), uri, findings);
            }
        }
        findings.together("AURA_MONGODB_USERNAME", "AURA_MONGODB_PASSWORD");
        findings.together("AURA_MONGODB_PASSWORD", "AURA_MONGODB_USERNAME");
    }

    /** What the log should say once of a variable that takes from the address what one would rather keep. */
    public static Optional<String> notice(Settings settings) {
        boolean wanted = UriOptions.access(settings, USERS)
                .map(MongoUri::options)
                .filter(options -> "true".equals(options.get("tls")))
                .isPresent();
        return wanted && settings.isGiven(TLS) && !settings.flag(TLS)
                ? Optional.of(TLS + " is false, which beats what " + USERS + " says: MongoDB is spoken to without TLS")
                : Optional.empty();
    }

    private static void options(Settings resolved, String uri, Findings findings) {
        UriOptions.BY_VARIABLE.forEach((name, option) -> {
            Setting setting = resolved.setting(name);
            if (setting.source() == ValueSource.URI && !setting.allowed()) {
                String allowed = setting.variable().form().allowed();
                findings.refuse(uri, option + "=" + setting.value().orElse(""), "there " + allowed);
            }
        });
        if (resolved.number(FEWEST) > resolved.number(MOST)) {
            connections(resolved, uri, findings);
        }
    }

    /** What variables alone say is told once, and not for each address. */
    private static void connections(Settings resolved, String uri, Findings findings) {
        String allowed = "no more than the pool's most connections, " + resolved.number(MOST);
        String fewest = resolved.required(FEWEST);
        if (resolved.setting(FEWEST).source() == ValueSource.URI) {
            findings.refuse(uri, "minPoolSize=" + fewest, allowed);
        } else if (uri.equals(USERS) || resolved.setting(MOST).source() == ValueSource.URI) {
            findings.refuse(FEWEST, '"' + fewest + '"', allowed);
        }
    }

    private static String allowed(MongoUri.Fault fault, String uri) {
        return switch (fault) {
            case NOT_ESCAPED ->
                "a user name and password in which @ is written %40, : %3A, / %2F, ? %3F and % %25"
                        + (uri.equals(USERS)
                                ? ", or both in AURA_MONGODB_USERNAME and AURA_MONGODB_PASSWORD as they are"
                                : "");
            case WEAK_WRITE_CONCERN ->
                "w=majority and journal=true, or neither of the two: what is acknowledged must not be lost";
            case CERTIFICATE_FILE ->
                "an address without tlsCAFile and tlsCertificateKeyFile, which Java's driver does not read; add the CA"
                        + " to a copy of the JDK's lib/security/cacerts by keytool -importcert, and name that in"
                        + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";
            case UNREADABLE -> "a connection string of MongoDB whose hosts and options the driver can read";
        };
    }
}
