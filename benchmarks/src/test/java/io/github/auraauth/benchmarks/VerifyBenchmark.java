package io.github.auraauth.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Verifying a key beside the least that anybody could do with it: one cipher operation and one parse of its model. */
@State(Scope.Benchmark)
public class VerifyBenchmark {
    private static final byte[] KEY = "0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final byte[] IV = new byte[16];
    private static final byte[] NONCE = new byte[12];

    private final ObjectMapper jackson = new ObjectMapper();
    private final SecretKeySpec key = new SecretKeySpec(KEY, "AES");
    private ApiKeys keys;
    private String text;
    private byte[] sealed;

    /** The key's format. */
    @Param({"v1", "v2"})
    public String format;

    /** Makes a key such as a consumer has, and the same model enciphered by the JDK alone. */
    @Setup
    public void make() throws GeneralSecurityException {
        keys = new ApiKeys(
                EncryptionKeys.parse("aes-256-cbc", new String(KEY, StandardCharsets.US_ASCII)),
                35,
                "local",
                ApiKeyPolicy.COMPAT,
                new SecureRandom());
        var grants = new ApiKeyModel.Grants(
                Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ_WRITE, List.of("/users/**", "/token/**"));
        var request = new ApiKeyRequest("9.5.0", grants, Optional.of(NOW.plusSeconds(60)), Optional.empty());
        IssuedApiKey issued = format.equals("v1") ? keys.issueLegacy(request) : keys.issue(request, NOW);
        text = new String(issued.text().reveal(), StandardCharsets.US_ASCII);
        sealed = cipher(Cipher.ENCRYPT_MODE).doFinal(model(issued).getBytes(StandardCharsets.US_ASCII));
    }

    /** What the service does. */
    @Benchmark
    public Optional<ReadApiKey> verify() {
        return keys.verify(text, NOW);
    }

    /** One cipher operation and one parse. */
    @Benchmark
    public JsonNode bare() throws GeneralSecurityException, IOException {
        return jackson.readTree(cipher(Cipher.DECRYPT_MODE).doFinal(sealed));
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        boolean v1 = format.equals("v1");
        Cipher cipher = Cipher.getInstance(v1 ? "AES/CBC/PKCS5Padding" : "AES/GCM/NoPadding");
        cipher.init(mode, key, v1 ? new IvParameterSpec(IV) : new GCMParameterSpec(128, NONCE));
        return cipher;
    }

    /** The model as the key holds it, written here so that it is the same number of bytes and members. */
    private String model(IssuedApiKey issued) {
        String head = "{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"aura-bot\"],\"mode\":\"rw\","
                + "\"paths\":[\"/users/**\",\"/token/**\"]";
        String exp = ",\"exp\":" + NOW.plusSeconds(60).getEpochSecond();
        return issued.model().stamp().id().isEmpty()
                ? head + exp + "}"
                : head + ",\"jti\":\"" + issued.model().stamp().id().get() + "\",\"iat\":" + NOW.getEpochSecond() + exp
                        + ",\"env\":\"local\"}";
    }
}
