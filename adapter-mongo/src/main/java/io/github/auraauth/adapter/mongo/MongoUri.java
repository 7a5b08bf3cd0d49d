package io.github.auraauth.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoConfigurationException;
import com.mongodb.WriteConcern;
import io.github.auraauth.domain.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of a connection string of MongoDB. Nothing is looked up, not even the options of a DNS seed list, and nothing
 * of the string is shown but the values of the options below.
 */
public final class MongoUri {
    private static final Pattern ESCAPES = Pattern.compile("(?:[^%]+|%[0-9a-fA-F]{2})*+");
    private static final Pattern CERTIFICATES =
            Pattern.compile("(?i).*[?&](?:tlsCAFile|tlsCertificateKeyFile|sslCAFile|ssl_ca_certs)=.*");

    private MongoUri() {}

    /** Why the service cannot work with a connection string. */
    public enum Fault {
        /** A user name or password holds a character that must be escaped. */
        NOT_ESCAPED,
        /** Writes would be acknowledged before a majority has them on disk. */
        WEAK_WRITE_CONCERN,
        /** It names a file of certificates, of which the driver reads none. */
        CERTIFICATE_FILE,
        /** The driver cannot read it. */
        UNREADABLE
    }

    /** What is wrong with it; empty when nothing is. */
    public static Optional<Fault> fault(MongoConfig.Access access) {
        String text = text(access);
        if (!isEscaped(text)) {
            return Optional.of(Fault.NOT_ESCAPED);
        }
        if (CERTIFICATES.matcher(text).matches()) {
            return Optional.of(Fault.CERTIFICATE_FILE);
        }
        Optional<ConnectionString> read = read(text);
        if (read.isEmpty()) {
            return Optional.of(Fault.UNREADABLE);
        }
        return Optional.ofNullable(read.get().getWriteConcern())
                .filter(MongoUri::isWeak)
                .map(concern -> Fault.WEAK_WRITE_CONCERN);
    }

    /** The options that it sets, by name, of those that {@link MongoConfig} has values for; none where it cannot be read. */
    public static Map<String, String> options(MongoConfig.Access access) {
        Map<String, String> options = new TreeMap<>();
        read(text(access)).ifPresent(uri -> {
            put(options, "maxPoolSize", uri.getMaxConnectionPoolSize());
            put(options, "minPoolSize", uri.getMinConnectionPoolSize());
            put(options, "maxIdleTimeMS", uri.getMaxConnectionIdleTime());
            put(options, "retryWrites", uri.getRetryWritesValue());
            put(options, "retryReads", uri.getRetryReads());
            put(options, "heartbeatFrequencyMS", uri.getHeartbeatFrequency());
            put(options, "serverSelectionTimeoutMS", uri.getServerSelectionTimeout());
            put(options, "socketTimeoutMS", uri.getSocketTimeout());
            put(options, "connectTimeoutMS", uri.getConnectTimeout());
            put(options, "tls", uri.getSslEnabled());
            var preference = uri.getReadPreference();
            put(options, "readPreference", preference == null ? null : preference.getName());
        });
        return Map.copyOf(options);
    }

    /** The uri with the name and password in it, so that its authSource and mechanism keep their meaning. */
    static String text(MongoConfig.Access access) {
        String uri = text(access.uri());
        return access.username()
                .map(name -> withCredentials(uri, name, text(access.password().orElseThrow())))
                .orElse(uri);
    }

    private static Optional<ConnectionString> read(String text) {
        try {
            return Optional.of(new ConnectionString(text, (name, type) -> List.of()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | MongoConfigurationException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether hosts and options can be told from a name and password: one at sign at most and one colon before it, no percent
     * sign but of an escape, and no at sign behind the first slash, where the password would have been cut off.
     */
    private static boolean isEscaped(String text) {
        int hosts = text.indexOf("://") + 3;
        int end = hostsEnd(text);
        String authority = text.substring(hosts, end);
        int at = authority.indexOf('@');
        String user = authority.substring(0, Math.max(at, 0));
        int query = text.indexOf('?', end);
        String rest = text.substring(end);
        String path = query < 0 ? rest : text.substring(end, query);
        boolean cut = at < 0
                && (path.indexOf('@') >= 0
                        || rest.indexOf('@') >= 0 && read(text).isEmpty());
        return !cut
                && at == authority.lastIndexOf('@')
                && user.indexOf(':') == user.lastIndexOf(':')
                && ESCAPES.matcher(user).matches();
    }

    /** A number of servers says nothing of the majority: how many there are is not known. */
    private static boolean isWeak(WriteConcern concern) {
        Object w = concern.getWObject();
        return w != null && !"majority".equals(w) || Boolean.FALSE.equals(concern.getJournal());
    }

    private static String withCredentials(String uri, String name, String password) {
        int hosts = uri.indexOf("://") + 3;
        int given = uri.lastIndexOf('@', hostsEnd(uri) - 1);
        String rest = uri.substring(Math.max(hosts, given + 1));
        return uri.substring(0, hosts) + escaped(name) + ':' + escaped(password) + '@' + rest;
    }

    private static int hostsEnd(String uri) {
        int hosts = uri.indexOf("://") + 3;
        return (int) uri.chars()
                        .skip(hosts)
                        .takeWhile(c -> c != '/' && c != '?')
                        .count()
                + hosts;
    }

    private static void put(Map<String, String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, String.valueOf(value));
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Secret secret) {
        return secret.revealText();
    }
}
