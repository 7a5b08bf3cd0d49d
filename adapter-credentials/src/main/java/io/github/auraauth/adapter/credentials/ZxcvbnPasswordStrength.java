package io.github.auraauth.adapter.credentials;

import static java.util.Objects.requireNonNull;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.github.auraauth.port.out.password.PasswordStrength;
import java.util.List;

/** Scores by zxcvbn, whose dictionaries are read at the first password and then shared by all instances. */
public final class ZxcvbnPasswordStrength implements PasswordStrength {

    @Override
    public int score(String password, List<String> names) {
        requireNonNull(password, "password");
        List<String> copy = List.copyOf(requireNonNull(names, "names"));
        return Loaded.ZXCVBN.measure(password, copy).getScore();
    }

    /** Initialized when it is first used. */
    private static final class Loaded {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
