package io.github.auraauth.adapter.pages.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import java.util.Locale;
import java.util.Optional;

/**
 * A form whose button has the browser ask an authenticator (Web Authentication Level 3), and which is sent with what that
 * answers.
 *
 * @param form that is sent, with the handle of the ceremony
 * @param options of the ceremony, as JSON
 * @param code of the script that asks, byte for byte
 */
public record PasskeyForm(Form form, Ceremony ceremony, String options, Words words, String code) implements Element {
    private static final String CODE = PasskeyScript.load();

    public PasskeyForm {
        requireNonNull(form, "form");
        requireNonNull(ceremony, "ceremony");
        requireNonNull(options, "options");
        requireNonNull(words, "words");
        requireNonNull(code, "code");
    }

    /** One for a ceremony that has begun; its handle is sent along. */
    public static PasskeyForm of(Form form, Ceremony ceremony, PasskeyCeremony begun, Texts texts) {
        String handle = begun.handle().revealText();
        return new PasskeyForm(form.with("handle", handle), ceremony, begun.options(), Words.of(texts), CODE);
    }

    @Override
    public String template() {
        return "secondfactor/passkey.jte";
    }

    @Override
    public Optional<String> script() {
        return Optional.of(code);
    }

    @Override
    public String toString() {
        return "PasskeyForm[redacted]";
    }

    /** What an authenticator is asked for. */
    public enum Ceremony {
        /** A new passkey. */
        CREATE,
        /** A proof by one that it has. */
        GET;

        /** As the script calls it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is said where nothing comes of it.
     *
     * @param cancelled that somebody said no, or nothing in time
     * @param present that the authenticator has one for this account already
     * @param unsupported that the browser has no passkeys, or none for this address
     * @param scriptless that it does not go without script
     */
    public record Words(String cancelled, String present, String unsupported, String scriptless) {
        static Words of(Texts texts) {
            return new Words(
                    texts.account("passkey.cancelled"),
                    texts.account("passkey.present"),
                    texts.account("passkey.unsupported"),
                    texts.account("passkey.scriptless"));
        }
    }
}
