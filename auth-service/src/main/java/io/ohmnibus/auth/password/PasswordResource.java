/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.PasswordRules;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes of station passwords (A01). No answer ever contains a password. */
@RestController
class PasswordResource {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final PasswordUpdate update;
    private final PasswordChanges changes;
    private final TransactionalOperator transaction;

    PasswordResource(
            PasswordUpdate update, PasswordChanges changes, TransactionalOperator transaction) {
        this.update = update;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * A new password for a station.
     *
     * @param password 16 to 40 characters; left out, a random one is made, which only the station
     *     gets to know
     * @param within how long the station may take to get it, when it is not connected; a day, at
     *     most seven
     */
    record NewPassword(@Nullable String password, @Nullable Duration within) {

        @Override
        public String toString() {
            return "NewPassword[within=" + within + "]";
        }
    }

    /** Sends a new password to a station; the old one stays valid until the station has it. */
    @Operation(summary = "Sends a new password to a station")
    @PostMapping("/stations/{stationId}/password-changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("credentials:write")
    Mono<PasswordChange> change(
            Caller caller,
            @PathVariable String stationId,
            @RequestBody(required = false) @Nullable NewPassword body) {
        NewPassword wanted = body == null ? new NewPassword(null, null) : body;
        Duration within = wanted.within() == null ? USUAL : wanted.within();
        if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw Problem.badRequest("within", "is more than PT0S and at most " + LONGEST);
        }
        String password = wanted.password();
        if (password != null) {
            PasswordRules.objection(stationId, password, PasswordRules.FIT_FOR_ALL)
                    .ifPresent(objection -> {
                        throw Problem.badRequest("password", objection);
                    });
        }
        PasswordUpdate.Wish wish = new PasswordUpdate.Wish(password, within, caller.subject());
        return update.begin(new StationKey(caller.tenant(), stationId), wish)
                .as(transaction::transactional);
    }

    @Operation(summary = "The changes of a station's password, the newest first")
    @GetMapping("/stations/{stationId}/password-changes")
    @RequiresPermission("credentials:read")
    Mono<Page<PasswordChange>> list(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        return changes.list(new StationKey(caller.tenant(), stationId), page);
    }

    /** Gives up the change that is under way; only the old password is valid from then on. */
    @Operation(summary = "Gives up the change that is under way")
    @DeleteMapping("/stations/{stationId}/password-changes/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("credentials:write")
    Mono<Void> cancel(Caller caller, @PathVariable String stationId) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return update.cancel(station, caller.subject()).as(transaction::transactional);
    }
}
