package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.request.Browser;

/** Tells a person what is otherwise told a program. */
@FunctionalInterface
public interface Presenter {
    /** For an API that no person sees. */
    Presenter NONE = (refusal, browser) -> refusal;

    /** A page with the status and the headers of a refusal. */
    Answer page(Answer refusal, Browser browser);
}
