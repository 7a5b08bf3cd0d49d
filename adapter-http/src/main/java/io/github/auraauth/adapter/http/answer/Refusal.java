package io.github.auraauth.adapter.http.answer;

/** Ends the handling of a request with an answer. Has no stack trace: it is no fault of ours. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public Refusal(Answer answer) {
        super("refused", null, false, false);
        this.answer = answer;
    }

    /** The refusal in the code's ordinary words. */
    public static Refusal of(ErrorCode code) {
        return new Refusal(code.answer());
    }

    /** 400 in these words, which name a parameter and never hold its value. */
    public static Refusal invalid(String message) {
        return new Refusal(ErrorCode.INVALID_REQUEST.answer(message));
    }

    public Answer answer() {
        return answer;
    }
}
