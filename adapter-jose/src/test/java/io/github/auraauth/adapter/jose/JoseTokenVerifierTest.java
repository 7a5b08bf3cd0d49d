package io.github.auraauth.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.out.token.TokenVerifier;
import io.github.auraauth.testkit.token.TokenVerifierContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoseTokenVerifierTest implements TokenVerifierContract {
    private final TokenVerifier verifier = new JoseTokenVerifier();

    @Override
    public TokenVerifier verifier() {
        return verifier;
    }

    /** RFC 7515, appendix A.2. */
    @Test
    void verify_rs256ExampleOfTheRfc_givesClaims() {
        String keys =
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp"
                        + "-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-b"
                        + "Sf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5Ih"
                        + "lJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\",\"e\":\"AQAB\"}]}";
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS"
                + "9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF"
                + "5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBM"
                + "Hlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUT"
                + "I8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
        assertThat(claims(token, keys).text("iss")).contains("joe");
    }

    /** RFC 7515, appendix A.3. */
    @Test
    void verify_es256ExampleOfTheRfc_givesClaims() {
        String keys =
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";
        String token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS"
                + "9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-K"
                + "g6NU1Q";
        assertThat(claims(token, keys).time("exp")).isPresent();
    }

    /** The signature of which every part is zero is good for whatever was signed, where nobody looks (CVE-2022-21449). */
    @Test
    void verify_es256SignatureOfZeros_isRefused() {
        String keys =
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";
        String token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UifQ." + "A".repeat(86);
        assertThat(verifier.verify(Secret.ofText(token), new JsonWebKeySet(keys), ALL)
                        .<String>fold(claims -> VERIFIED, () -> UNKNOWN_KEY, () -> REFUSED))
                .isEqualTo(REFUSED);
    }

    private TokenClaims claims(String token, String keys) {
        return verifier.verify(Secret.ofText(token), new JsonWebKeySet(keys), ALL)
                .fold(claims -> claims, () -> TokenClaims.of(Map.of()), () -> TokenClaims.of(Map.of()));
    }
}
