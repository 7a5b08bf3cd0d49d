package io.github.auraauth.testkit.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An authenticator with one passkey, and the browser around it: what {@code navigator.credentials} would bring back for options,
 * as JSON. Does also what an honest one never would: says another address, signs for another host, counts backwards.
 */
public final class SoftwareAuthenticator {
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([A-Za-z0-9_-]+)\"");
    private static final Pattern USER = Pattern.compile("\"user\":\\{[^}]*\"id\":\"([A-Za-z0-9_-]+)\"");
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    private final byte[] id;
    private final String relyingParty;
    private final String origin;
    private final boolean verifying;
    private byte[] user = {};
    private long count;
    private boolean counting = true;

    /**
     * One that is used at an address.
     *
     * @param origin of the page
     * @param verifying whether it knows its owner
     */
    public SoftwareAuthenticator(String relyingParty, String origin, boolean verifying, SecureRandom random) {
        this(keyPair(random), bytes(random), relyingParty, origin, verifying);
    }

    private SoftwareAuthenticator(KeyPair keys, byte[] id, String relyingParty, String origin, boolean verifying) {
        this.keys = keys;
        this.id = id;
        this.relyingParty = requireNonNull(relyingParty, "relyingParty");
        this.origin = requireNonNull(origin, "origin");
        this.verifying = verifying;
    }

    /** The same passkey at another address, as a page that phishes would have it. */
    public SoftwareAuthenticator at(String otherRelyingParty, String otherOrigin) {
        return copy(otherRelyingParty, otherOrigin, verifying);
    }

    /** The same passkey, where the owner is asked to show themselves, or is not. */
    public SoftwareAuthenticator verifying(boolean other) {
        return copy(relyingParty, origin, other);
    }

    /** Sets the count that the next use has; a copy of a passkey has one that others have used. */
    public SoftwareAuthenticator counted(long next) {
        count = next - 1;
        return this;
    }

    /** From now on says 0, as many do. */
    public SoftwareAuthenticator uncounted() {
        count = 0;
        counting = false;
        return this;
    }

    /** The identifier of its passkey, in base64url. */
    public String id() {
        return base64Url(id);
    }

    /** Makes the passkey, as {@code navigator.credentials.create} does. */
    public String create(String options) {
        Matcher matcher = USER.matcher(options);
        if (!matcher.find()) {
            throw new IllegalArgumentException("options name no user");
        }
        user = Base64.getUrlDecoder().decode(matcher.group(1));
        byte[] data = join(data(WITH_CREDENTIAL), new byte[16], shortOf(id.length), id, coseKey());
        byte[] object = join(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xA0},
                text("authData"),
                new byte[] {0x59},
                shortOf(data.length),
                data);
        return credential("\"clientDataJSON\":\"" + base64Url(clientData("webauthn.create", options))
                + "\",\"attestationObject\":\"" + base64Url(object)
                + "\",\"authenticatorData\":\"" + base64Url(data)
                + "\",\"publicKeyAlgorithm\":-7,\"transports\":[\"internal\",\"hybrid\"]");
    }

    /** Uses the passkey, as {@code navigator.credentials.get} does. */
    public String use(String options) {
        return use(options, user);
    }

    /** The same without saying whose the passkey is, as those do that cannot be found without a user name. */
    public String useWithoutUser(String options) {
        return use(options, new byte[0]);
    }

    private String use(String options, byte[] named) {
        byte[] client = clientData("webauthn.get", options);
        byte[] data = data(0);
        String handle = named.length == 0 ? "" : "\",\"userHandle\":\"" + base64Url(named);
        return credential("\"clientDataJSON\":\"" + base64Url(client)
                + "\",\"authenticatorData\":\"" + base64Url(data)
                + "\",\"signature\":\"" + base64Url(signature(join(data, Sha256.of(client))))
                + handle + '"');
    }

    private SoftwareAuthenticator copy(String otherRelyingParty, String otherOrigin, boolean otherVerifying) {
        var copy = new SoftwareAuthenticator(keys, id, otherRelyingParty, otherOrigin, otherVerifying);
        copy.user = user;
        copy.count = count;
        copy.counting = counting;
        return copy;
    }

    private String credential(String response) {
        return "{\"id\":\"" + id() + "\",\"rawId\":\"" + id() + "\",\"type\":\"public-key\",\"response\":{" + response
                + "},\"authenticatorAttachment\":\"platform\",\"clientExtensionResults\":{}}";
    }

    private byte[] clientData(String type, String options) {
        Matcher matcher = CHALLENGE.matcher(options);
        if (!matcher.find()) {
            throw new IllegalArgumentException("options hold no challenge");
        }
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + matcher.group(1) + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(UTF_8);
    }

    /** What the authenticator says of itself (Web Authentication Level 3, section 6.1), up to the count. */
    private byte[] data(int flags) {
        if (counting) {
            count++;
        }
        int all = flags | USER_PRESENT | (verifying ? USER_VERIFIED : 0);
        return join(
                Sha256.of(relyingParty.getBytes(UTF_8)),
                new byte[] {(byte) all},
                ByteBuffer.allocate(Integer.BYTES).putInt((int) count).array());
    }

    /** A map of five: an elliptic key for ES256 on P-256, and its two coordinates (RFC 9053, section 7.1). */
    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE},
                coordinate(point.getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, COORDINATE},
                coordinate(point.getAffineY().toByteArray()));
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[COORDINATE];
        int from = Math.max(0, number.length - COORDINATE);
        System.arraycopy(number, from, fixed, COORDINATE - (number.length - from), number.length - from);
        return fixed;
    }

    /** A text of CBOR, of fewer than 24 bytes (RFC 8949, section 3). */
    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return join(new byte[] {(byte) (0x60 + bytes.length)}, bytes);
    }

    private static byte[] shortOf(int number) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) number).array();
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static KeyPair keyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
