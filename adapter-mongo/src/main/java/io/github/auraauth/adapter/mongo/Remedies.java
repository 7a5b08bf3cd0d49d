package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.Outage;
import java.util.Map;

/** The advice for an operator whose MongoDB refuses something. */
public final class Remedies {
    private static final String ENDED = "somebody ended the build; another run begins it again";
    private static final String IN_THE_WAY =
            "an index that was made by hand is in the way of one with the same name or keys; drop it";
    private static final Map<Integer, String> BY_CODE = Map.ofEntries(
            Map.entry(13, "the user lacks a right; grant it the role readWrite on the database"),
            Map.entry(18, "check the user, the password and authSource"),
            Map.entry(59, "this server does not know the command; the service needs MongoDB 4.4 or later"),
            Map.entry(67, "the collection holds as many indexes as a server allows, or it cannot make this one"),
            Map.entry(85, IN_THE_WAY),
            Map.entry(86, IN_THE_WAY),
            Map.entry(276, ENDED),
            Map.entry(8000, "Atlas refuses it; look at the rights of the user and at the limits of the cluster"),
            Map.entry(11601, ENDED),
            Map.entry(14031, "the disk of MongoDB is full"));

    private Remedies() {}

    /** One clause, in our words. */
    public static String of(Outage.Refused refused) {
        return BY_CODE.getOrDefault(refused.code(), "MongoDB's list of error codes tells what that is");
    }
}
