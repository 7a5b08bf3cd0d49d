package io.github.auraauth.usecase.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.usecase.user.UserWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All rows of a person: those with the phone number, and those that share a userId with one of them. */
public final class PersonRows {
    private final UserDirectory directory;
    private final UserWriter writer;
    private final ErasedAuraIdRecorder recorder;

    public PersonRows(UserDirectory directory, UserWriter writer, ErasedAuraIdRecorder recorder) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.writer = Objects.requireNonNull(writer, "writer");
        this.recorder = Objects.requireNonNull(recorder, "recorder");
    }

    /** The rows that are there now, siblings first: while one is left, so is a row by which it can be found. */
    Collection<UserRow> of(Erasure erasure, Deadline deadline) {
        Authentication number = Authentication.of(erasure.phoneNumber());
        List<UserRow> carriers = directory.findByAuthentication(number, deadline);
        Set<String> userIds = new LinkedHashSet<>(erasure.userIds());
        carriers.forEach(row -> row.userId().ifPresent(userIds::add));
        Map<String, UserRow> rows = new LinkedHashMap<>();
        userIds.stream()
                .flatMap(userId -> directory.findByUserId(userId, deadline).stream())
                .forEach(row -> rows.put(row.key(), row));
        carriers.forEach(row -> rows.remove(row.key()));
        carriers.forEach(row -> rows.put(row.key(), row));
        return rows.values();
    }

    /** Removes them in that order, once it is noted that they go. */
    void remove(Collection<UserRow> rows, Deadline deadline) {
        recorder.note(rows, deadline);
        rows.forEach(row -> writer.remove(row, deadline, () -> directory.remove(row, deadline)));
    }
}
