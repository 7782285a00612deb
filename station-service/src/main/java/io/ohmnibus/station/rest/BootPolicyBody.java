/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.store.WireNames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the next BootNotification of a station is answered.
 *
 * @param status Accepted, Pending or Rejected
 * @param interval in the answer, such as PT5M; without it the platform's default
 * @param reason a reason code for Pending and Rejected, at most 20 characters
 */
public record BootPolicyBody(
        @Nullable String status, @Nullable Duration interval, @Nullable String reason) {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MAX_REASON = 20;

    /** A policy in the form of REST. */
    public static BootPolicyBody of(BootPolicy policy) {
        return new BootPolicyBody(policy.status().wireName(), policy.interval(), policy.reason());
    }

    /** The policy, or 400. */
    public BootPolicy toPolicy() {
        String name = status == null ? "" : status;
        RegistrationStatusEnum answer = WireNames.find(RegistrationStatusEnum.class, name);
        if (answer == null) {
            throw Problem.badRequest("bootPolicy.status", "is Accepted, Pending or Rejected");
        }
        if (interval != null && (interval.toSeconds() < 1 || interval.compareTo(LONGEST) > 0)) {
            throw Problem.badRequest("bootPolicy.interval", "is between PT1S and P7D");
        }
        if (reason != null && (reason.isEmpty() || reason.length() > MAX_REASON)) {
            throw Problem.badRequest("bootPolicy.reason", "has 1 to 20 characters");
        }
        return new BootPolicy(answer, interval, reason);
    }
}
