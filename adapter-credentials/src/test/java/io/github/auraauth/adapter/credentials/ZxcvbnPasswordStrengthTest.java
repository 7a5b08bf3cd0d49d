package io.github.auraauth.adapter.credentials;

import io.github.auraauth.port.out.password.PasswordStrength;
import io.github.auraauth.testkit.password.PasswordStrengthContract;

class ZxcvbnPasswordStrengthTest implements PasswordStrengthContract {
    @Override
    public PasswordStrength strength() {
        return new ZxcvbnPasswordStrength();
    }
}
