package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.in.account.LoginLocks.LoginLock;
import java.util.ArrayList;
import java.util.List;

/** The obstacles to a login. */
final class LoginObstacles {
    private final AdminRequest request;
    private final AccountDetails details;
    private final Account account;
    private final LoginLock lock;

    LoginObstacles(AdminRequest request, AccountDetails details, LoginLock lock) {
        this.request = request;
        this.details = details;
        this.account = details.account();
        this.lock = lock;
    }

    /** Why a login may fail, each with what helps. */
    List<Element> elements() {
        List<Element> all = new ArrayList<>();
        boolean changes = request.may(OwnPermissions.UPDATE_ACCOUNT);
        if (!account.isActive()) {
            all.add(new Paragraph(request.text("account.login.inactive"), Tone.BAD));
        }
        if (account.password().isEmpty()) {
            all.add(new Paragraph(request.text("account.login.no-password"), Tone.BAD));
        }
        lock.until().ifPresent(until -> {
            all.add(new Paragraph(request.text("account.login.locked"), Tone.BAD));
            all.add(Facts.of(new Fact(request.text("account.login.locked-until"), request.moment(until))));
        });
        if (lock.failures() > 0) {
            all.add(Facts.of(
                    new Fact(request.text("account.login.failures"), Cell.of(Integer.toString(lock.failures()))),
                    new Fact(request.text("account.login.last-failure"), request.moment(lock.lastFailure(), "never"))));
        }
        if (all.isEmpty()) {
            all.add(new Paragraph(request.text("account.login.fine"), Tone.GOOD));
        }
        if (details.rights().staff() && !account.secondFactors().any()) {
            all.add(new Paragraph(request.text("account.login.no-factor"), Tone.QUIET));
        }
        if (changes && lock.failures() > 0) {
            all.add(button("unlock", "account.unlock"));
        }
        if (changes && account.isActive()) {
            all.add(button("invitation", "account.invite"));
            all.add(new Paragraph(request.text("account.invite.hint"), Tone.QUIET));
        }
        return all;
    }

    private Element button(String what, String actionKey) {
        return request.form(AccountPaths.of(account.username(), what), List.of(), actionKey, Form.Style.OTHER);
    }
}
