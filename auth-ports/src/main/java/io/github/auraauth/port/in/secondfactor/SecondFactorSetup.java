package io.github.auraauth.port.in.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.QrCode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.Caller;
import java.util.List;

/**
 * Setting up second factors, by a session. Refused with {@code FORBIDDEN} to whoever calls otherwise, and with
 * {@code REAUTHENTICATION_REQUIRED} where the session's authentication is older than five minutes. What is finished gives the
 * session a new secret and the factor, under the same identifier; with the first factor all other sessions end. Safe for use
 * by many threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface SecondFactorSetup {
    /** The secret for an authenticator app, in the place of one that was not confirmed. It counts for nothing until it is. */
    Outcome<PendingTotp> beginTotp(Caller caller, Deadline deadline);

    /**
     * Adds the app, in the place of an earlier one, if the code shows that it has the secret.
     *
     * @param session secret of the session that calls
     * @return refused with {@code WRONG_CODE} where it does not, {@code ABSENT} where nothing was begun
     */
    Outcome<FinishedSetup> confirmTotp(Caller caller, Secret session, Secret code, Deadline deadline);

    /** Asks an authenticator for a new passkey. */
    Outcome<PasskeyCeremony> beginPasskey(Caller caller, Deadline deadline);

    /**
     * Adds the passkey.
     *
     * @param session secret of the session that calls
     * @param handle of the ceremony
     * @param response JSON that the browser gave: {@code PublicKeyCredential.toJSON()}
     * @return refused with {@code ABSENT} where the ceremony has ended or is another account's, {@code PASSKEY_REFUSED} where the
     *     response is not good, {@code TAKEN} where the passkey is there already
     */
    Outcome<FinishedSetup> finishPasskey(
            Caller caller, Secret session, Secret handle, PasskeyName name, String response, Deadline deadline);

    /**
     * What an authenticator app needs.
     *
     * @param secret in base32, for who types it
     * @param uri {@code otpauth:} with all that the app wants to know; as secret as the secret
     * @param code the address as a picture
     */
    record PendingTotp(Secret secret, Secret uri, QrCode code) {
        public PendingTotp {
            requireNonNull(secret, "secret");
            requireNonNull(uri, "uri");
            requireNonNull(code, "code");
        }
    }

    /**
     * A factor that has been added.
     *
     * @param session with a new secret, in the place of the one that called
     * @param recoveryCodes ten with the first factor, not to be seen again; none with a further one
     */
    record FinishedSetup(BegunSession session, List<Secret> recoveryCodes) {
        public FinishedSetup {
            requireNonNull(session, "session");
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }
}
