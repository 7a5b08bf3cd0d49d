package io.github.auraauth.domain.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tokens of {@code AUTH_TOKENS} (seed): lines {@code username:secret:perm1&perm2}, with the name up to the first colon
 * and the permissions after the last, so that a secret may hold colons.
 *
 * @param tokens in the order of their lines
 */
public record AuthTokenList(List<ListedAuthToken> tokens) {
    public AuthTokenList {
        tokens = List.copyOf(requireNonNull(tokens, "tokens"));
    }

    /**
     * Reads a list.
     *
     * @param shortest fewest characters of a secret
     * @throws MalformedLine at the first line that is none
     */
    public static AuthTokenList parse(String text, int shortest) throws MalformedLine {
        List<ListedAuthToken> tokens = new ArrayList<>();
        Set<String> secrets = new HashSet<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                tokens.add(token(i + 1, lines[i].strip(), shortest, secrets));
            }
        }
        return new AuthTokenList(tokens);
    }

    private static ListedAuthToken token(int number, String line, int shortest, Set<String> secrets)
            throws MalformedLine {
        int first = line.indexOf(':');
        int last = line.lastIndexOf(':');
        if (first == last) {
            throw new MalformedLine(number, "is not username:secret:permissions");
        }
        Username username = Username.parse(line.substring(0, first))
                .orElseThrow(() -> new MalformedLine(number, "does not begin with a user name"));
        String secret = line.substring(first + 1, last);
        if (!AuthTokenSecret.isPossible(Secret.ofText(secret))) {
            throw new MalformedLine(number, "has no secret of 1 to 512 visible ASCII characters");
        }
        if (secret.length() < shortest) {
            throw new MalformedLine(number, "has a secret of fewer than " + shortest + " characters");
        }
        if (!secrets.add(secret)) {
            throw new MalformedLine(number, "has the secret of an earlier line");
        }
        return new ListedAuthToken(
                number, username, Secret.ofText(secret), permissions(number, line.substring(last + 1)));
    }

    private static Set<Permission> permissions(int number, String text) throws MalformedLine {
        Set<Permission> permissions = new TreeSet<>();
        if (text.isBlank()) {
            return permissions;
        }
        for (String codeName : text.split("&", -1)) {
            permissions.add(Permission.parse(codeName.strip())
                    .orElseThrow(() -> new MalformedLine(number, "has a permission that is no code name")));
        }
        return permissions;
    }

    /** A line that is not of the form; its text is never told. */
    public static final class MalformedLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        public MalformedLine(int line, String what) {
            super("line " + line + " " + what);
            this.line = line;
        }

        /** Its number, from 1 on. */
        public int line() {
            return line;
        }
    }
}
