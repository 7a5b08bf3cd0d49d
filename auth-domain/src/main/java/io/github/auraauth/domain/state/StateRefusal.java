package io.github.auraauth.domain.state;

/** Why a login state is refused. For the operator only: whoever presents a state is never told which it was. */
public enum StateRefusal {
    /** No state, not one of ours, changed, or under a key that is not known. */
    UNREADABLE("unreadable"),
    /** Past its validity, or from before the erasure of its auraId. */
    OLD("old"),
    /** From a time that has not come yet, beyond what clocks may differ by. */
    AHEAD("ahead"),
    /** Used before. */
    USED("used"),
    /** For a login where it was to log out, or the other way round. */
    PURPOSE("purpose"),
    /** What the operator does not take: the form of version 1 under {@link StatePolicy#STRICT}, an untrusted redirect. */
    POLICY("policy"),
    /** Presented by a browser other than the one that it is bound to. */
    BROWSER("browser");

    private final String text;

    StateRefusal(String text) {
        this.text = text;
    }

    /** Its word in metrics and logs. */
    public String text() {
        return text;
    }
}
