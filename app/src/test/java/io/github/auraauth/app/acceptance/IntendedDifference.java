package io.github.auraauth.app.acceptance;

/** Why an answer of ours differs from that of REST framework. ADR 0041 gives the reasons under the same words. */
enum IntendedDifference {
    EVERY_SCHEME("every scheme is named"),
    NEVER_403("a bad credential is 401"),
    ONE_CREDENTIAL("a present Authorization is the only credential"),
    ONE_SENTENCE("a bad token is told by one sentence"),
    REFUSED_LOGIN("a refused login is 401"),
    ORDER("the order of checks"),
    OWN("one's own is found without the permission"),
    NOBODY_GIVES("nobody gives what they have not"),
    UNSETTABLE("a field that may not be set is 403"),
    TAKEN("a name that is taken is 409"),
    PATHS("paths are JSON too, and read strictly"),
    OPTIONS("OPTIONS describes nothing"),
    NOTHING_REPEATED("nothing that was sent is repeated"),
    BODY_FAULTS("faults of the body itself stand among those of fields"),
    JSON_ALONE("JSON in UTF-8 is the only media type"),
    NOTHING_GUESSED("nothing is corrected, guessed or passed over"),
    NULL("null is absence"),
    OUR_WORDS("what is wrong is said in our own words");

    private final String words;

    IntendedDifference(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
