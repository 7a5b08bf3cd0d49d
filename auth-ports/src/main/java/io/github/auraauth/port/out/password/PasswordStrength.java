package io.github.auraauth.port.out.password;

import java.util.List;

/** Estimates how soon a password would be guessed. Safe for use by many threads. */
public interface PasswordStrength {

    /**
     * A score from 0, guessed at once, to 4, as zxcvbn gives it.
     *
     * @param password 1 to 100 characters
     * @param names words that somebody would try first: the user name and the like
     */
    int score(String password, List<String> names);
}
