/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.type.OCPPInterfaceEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Arrays;
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

/** Changes of the security profile of stations (A05). */
@RestController
class ProfileResource {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ProfileUpgrade upgrade;
    private final ProfileChanges changes;
    private final TransactionalOperator transaction;

    ProfileResource(
            ProfileUpgrade upgrade, ProfileChanges changes, TransactionalOperator transaction) {
        this.upgrade = upgrade;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * Another security profile for a station.
     *
     * @param configurationSlot where the station keeps the new way; without one a free one is
     *     chosen
     * @param ocppInterface the way there, Wired0 unless said
     * @param within when it is given up if the station has not come; an hour, at most seven days
     */
    record NewProfile(
            int securityProfile,
            @Nullable Integer configurationSlot,
            @Nullable String ocppInterface,
            @Nullable Duration within) {}

    /** Leads a station to another security profile; the old one stays valid until it is there. */
    @Operation(summary = "Leads a station to another security profile")
    @PostMapping("/stations/{stationId}/profile-changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("credentials:write")
    Mono<ProfileChange> change(
            Caller caller, @PathVariable String stationId, @RequestBody NewProfile body) {
        Duration within = body.within() == null ? USUAL : body.within();
        if (!within.isPositive() || within.compareTo(LONGEST) > 0) {
            throw Problem.badRequest("within", "is more than PT0S and at most " + LONGEST);
        }
        String wanted = body.ocppInterface();
        String way = wanted == null ? OCPPInterfaceEnum.WIRED0.wireName() : wanted;
        if (Arrays.stream(OCPPInterfaceEnum.values())
                .noneMatch(known -> known.wireName().equals(way))) {
            throw Problem.badRequest("ocppInterface", "is none of OCPP");
        }
        return upgrade.begin(
                        new StationKey(caller.tenant(), stationId),
                        new ProfileUpgrade.Wish(
                                body.securityProfile(),
                                body.configurationSlot(),
                                way,
                                within,
                                caller.subject()))
                .as(transaction::transactional);
    }

    @Operation(summary = "The changes of a station's profile, the newest first")
    @GetMapping("/stations/{stationId}/profile-changes")
    @RequiresPermission("credentials:read")
    Mono<Page<ProfileChange>> list(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        return changes.list(new StationKey(caller.tenant(), stationId), page);
    }

    /** Gives up the change that is under way; the old profile stays. */
    @Operation(summary = "Gives up the change that is under way")
    @DeleteMapping("/stations/{stationId}/profile-changes/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("credentials:write")
    Mono<Void> cancel(Caller caller, @PathVariable String stationId) {
        return upgrade.cancel(new StationKey(caller.tenant(), stationId), caller.subject())
                .as(transaction::transactional);
    }
}
