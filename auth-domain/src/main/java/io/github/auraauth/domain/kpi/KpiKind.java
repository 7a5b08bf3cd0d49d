package io.github.auraauth.domain.kpi;

/** The kinds of operations that rows are about. */
public enum KpiKind {
    /** A registration, also one that finds the user there. */
    REGISTER("register"),
    /** A registration that gives a user who is there a new session. */
    RENEW("renew"),
    REMOVE("remove"),
    /** The last step of a login through Kernel. */
    LOGIN("login"),
    LOGOUT("logout"),
    /** A token for the bot, or a conversation with it. */
    TOKEN("token"),
    /** The identity of an auraId that nobody registered. */
    ANONYMOUS("anonymous");

    private final String text;

    KpiKind(String text) {
        this.text = text;
    }

    /** The kind as it is written. */
    public String text() {
        return text;
    }
}
