package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.domain.account.Username;

/** Where the pages of one account are, without the prefix of a proxy. */
public final class AccountPaths {
    private AccountPaths() {}

    /** The account. */
    public static String of(Username username) {
        return AccountListEndpoints.PATH + '/' + ListPage.encoded(username.value());
    }

    /** Something of it. */
    static String of(Username username, String what) {
        return of(username) + '/' + what;
    }
}
