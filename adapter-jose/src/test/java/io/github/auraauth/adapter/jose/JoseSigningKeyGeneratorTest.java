package io.github.auraauth.adapter.jose;

import io.github.auraauth.port.out.token.SigningKeyGenerator;
import io.github.auraauth.testkit.token.SigningKeyGeneratorContract;
import java.security.SecureRandom;

class JoseSigningKeyGeneratorTest implements SigningKeyGeneratorContract {
    private final SigningKeyGenerator generator = new JoseSigningKeyGenerator(new SecureRandom());

    @Override
    public SigningKeyGenerator generator() {
        return generator;
    }
}
