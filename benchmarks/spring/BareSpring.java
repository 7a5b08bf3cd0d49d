package io.github.auraauth.benchmarks;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A known user by an APIKey of version 2: opened by the JDK, parsed by Jackson, the user read from Redis, one line logged. */
@SpringBootApplication
public class BareSpring {
    public static void main(String[] arguments) {
        SpringApplication.run(BareSpring.class, arguments);
    }

    /** Reads users. */
    @RestController
    static class Users {
        private final StringRedisTemplate redis;
        private final JsonMapper json;

        Users(StringRedisTemplate redis, JsonMapper json) {
            this.redis = redis;
            this.json = json;
        }

        @GetMapping("/users/{auraId}")
        ResponseEntity<JsonNode> read(@PathVariable String auraId) {
            String found = redis.opsForValue().get(auraId);
            return found == null ? ResponseEntity.notFound().build() : ResponseEntity.ok(json.readTree(found));
        }
    }

    /** Lets requests with a good key pass, and logs each. */
    @Component
    static class Keys extends OncePerRequestFilter {
        private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
        private static final int KEY_ID = 13;
        private static final int CHECK = 7;
        private static final int NONCE = 12;

        private final SecretKeySpec subkey;
        private final JsonMapper json;

        Keys(@Value("${bench.key}") String key, JsonMapper json) throws GeneralSecurityException {
            // RFC 5869
            byte[] pseudorandom = hmac(new byte[32], key.getBytes(StandardCharsets.UTF_8));
            byte[] info = "aura-auth/apikey/v2\u0001".getBytes(StandardCharsets.US_ASCII);
            this.subkey = new SecretKeySpec(hmac(pseudorandom, info), "AES");
            this.json = json;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            long began = System.nanoTime();
            if (isGood(request.getHeader("Authorization"))) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
            LOG.info("{} {} {} ms", request.getMethod(), response.getStatus(), (System.nanoTime() - began) / 1_000_000);
        }

        private boolean isGood(String authorization) {
            if (authorization == null || !authorization.startsWith("APIKEY aur2_")) {
                return false;
            }
            try {
                String text = authorization.substring("APIKEY ".length());
                byte[] sealed = HexFormat.of().parseHex(text, KEY_ID + 1, text.length() - CHECK);
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, subkey, new GCMParameterSpec(128, sealed, 0, NONCE));
                cipher.updateAAD(text.substring(0, KEY_ID).getBytes(StandardCharsets.US_ASCII));
                JsonNode model = json.readTree(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
                long expires = model.path("exp").asLong(Long.MAX_VALUE);
                return Instant.now().getEpochSecond() < expires
                        && model.path("mode").asString().contains("r")
                        && model.path("scopes").valueStream().anyMatch(scope -> scope.asString().equals("aura-services"));
            } catch (GeneralSecurityException | RuntimeException bad) {
                return false;
            }
        }

        private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        }
    }
}
