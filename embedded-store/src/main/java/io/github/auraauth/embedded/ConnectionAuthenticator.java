package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets only connections in that have shown the password of this run, by SASL's PLAIN (RFC 4616). It passes the loopback
 * interface only; who could listen there could read this process's memory as well.
 */
final class ConnectionAuthenticator {
    static final String USER = "aura";

    private static final String START = "saslstart";

    /**
     * What a driver asks before it authenticates, and its monitor without ever doing so. The library answers each of them
     * without a look at the database that it names, which would be kept; so {@code hello}, which it does not know, is not
     * among them, and drivers begin with the older name.
     */
    private static final Set<String> OPEN = Set.of("ismaster", "ping", "buildinfo");

    private static final AttributeKey<Boolean> AUTHENTICATED = AttributeKey.valueOf("aura-auth.authenticated");
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int PASSWORD_BYTES = 32;

    private final String password;

    ConnectionAuthenticator(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        password = HexFormat.of().formatHex(bytes);
    }

    /** The address with name and password, which only the owner of the data folder may see. */
    String uri(String host, int port) {
        return "mongodb://" + USER + ":" + password + "@" + host + ":" + port + "/?authMechanism=PLAIN";
    }

    /**
     * Answers a command in the place of the store: the one that authenticates, and any that needs it on a connection that
     * has not done so. Nothing is thrown, for the library writes commands that fail into its log.
     */
    Optional<Document> answer(Channel channel, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals(START)) {
            return Optional.of(start(channel, query));
        }
        return isAuthenticated(channel) || OPEN.contains(name)
                ? Optional.empty()
                : Optional.of(refusal(UNAUTHORIZED, "Unauthorized", "the command requires authentication"));
    }

    boolean isAuthenticated(Channel channel) {
        return channel.hasAttr(AUTHENTICATED);
    }

    private Document start(Channel channel, Document query) {
        boolean same = "PLAIN".equals(query.get("mechanism"))
                && query.get("payload") instanceof BinData payload
                && isPassword(payload.getData());
        if (!same) {
            return refusal(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
        }
        channel.attr(AUTHENTICATED).set(true);
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1.0);
    }

    /** Drivers name the user once or twice: the one to act as is either left out or the same. */
    private boolean isPassword(byte[] payload) {
        byte[] once = ("\0" + USER + "\0" + password).getBytes(StandardCharsets.UTF_8);
        byte[] twice = (USER + "\0" + USER + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(payload.length == twice.length ? twice : once, payload);
    }

    private static Document refusal(int code, String name, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", name);
    }
}
