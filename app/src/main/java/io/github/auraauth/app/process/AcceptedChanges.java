package io.github.auraauth.app.process;

/**
 * Which secrets an operator wants to be others than those that a database was used with.
 *
 * @param seed so that everybody gets other ids
 * @param encryptionKey so that nothing is read that others have enciphered
 */
public record AcceptedChanges(boolean seed, boolean encryptionKey) {
    public static final AcceptedChanges NONE = new AcceptedChanges(false, false);
}
