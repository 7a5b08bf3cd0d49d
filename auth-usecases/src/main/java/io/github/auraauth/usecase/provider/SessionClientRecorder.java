package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.usecase.session.SessionAuthenticator;

/** Notes which clients are used in a session, so that they are told of its end. Safe for use by many threads. */
public final class SessionClientRecorder {
    private final SessionClients clients;
    private final SessionAuthenticator authenticator;
    private final LogoutNotifyingSessions sessions;

    public SessionClientRecorder(
            SessionClients clients, SessionAuthenticator authenticator, LogoutNotifyingSessions sessions) {
        this.clients = clients;
        this.authenticator = authenticator;
        this.sessions = sessions;
    }

    /**
     * Notes the client of a visit by somebody who is logged in, if it wants to be told of logouts; false when their session has
     * ended, for which what is known here may be too old. Whoever ends it after this has said true finds the client noted.
     */
    boolean record(Client client, Visit visit, Deadline deadline) {
        Session session = visit.person().orElseThrow().session();
        if (client.addresses().backChannelLogout().isPresent()) {
            clients.note(session.id(), session.account(), client.id(), session.latestEnd(), deadline);
        }
        boolean goesOn = authenticator.goesOn(visit.browser().session().orElseThrow(), deadline);
        if (!goesOn) {
            // whoever ended it may have looked for its clients before this one was noted
            sessions.tell(session, deadline);
        }
        return goesOn;
    }
}
