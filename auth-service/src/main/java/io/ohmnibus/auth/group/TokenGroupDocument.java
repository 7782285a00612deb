/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.ohmnibus.auth.allowance.AllowanceRules;
import io.ohmnibus.auth.allowance.Allowances;
import io.ohmnibus.auth.allowance.HoursDocument;
import io.ohmnibus.auth.allowance.TokenStatus;
import io.ohmnibus.auth.group.TokenGroup.Effect;
import io.ohmnibus.auth.group.TokenGroup.InEffect;
import io.ohmnibus.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of tokens in the REST API.
 *
 * @param groupId the id in the groupIdToken of its tokens
 * @param parentGroupId the group that this one is a part of
 * @param status Accepted when absent; otherwise why no token of the group may charge
 * @param chargingPriority -9 to 9, of tokens that have none
 * @param allowedAt EVSE ids by station id, of tokens that say nothing of places
 * @param allowedHours of tokens that say nothing of hours
 * @param masterPass whether its tokens stop transactions and start none
 * @param inEffect what it comes to, together with its parents
 */
record TokenGroupDocument(
        @Nullable String groupId,
        @Nullable String parentGroupId,
        @Nullable String status,
        @Nullable Integer chargingPriority,
        @Nullable Map<String, List<Integer>> allowedAt,
        @Nullable HoursDocument allowedHours,
        @Nullable Boolean masterPass,
        @JsonProperty(access = Access.READ_ONLY) @Nullable EffectDocument inEffect) {

    /** A group is sent to stations of both versions, and 2.0.1 allows no more. */
    private static final int MAX_GROUP = 36;

    /**
     * What a group comes to.
     *
     * @param refusedBy the group whose status it is
     * @param masterPassGroupId the group that its tokens are told to belong to, because stations
     *     know it as their MasterPassGroupId
     */
    record EffectDocument(
            String status,
            @Nullable String refusedBy,
            @Nullable Integer chargingPriority,
            @Nullable Map<String, List<Integer>> allowedAt,
            @Nullable HoursDocument allowedHours,
            @Nullable String masterPassGroupId) {

        static EffectDocument of(Effect effect) {
            Allowances allowances = effect.allowances();
            return new EffectDocument(
                    effect.status().wireName(),
                    effect.refusedBy(),
                    allowances.chargingPriority(),
                    allowances.allowedAt(),
                    HoursDocument.of(allowances.hours()),
                    effect.masterPass());
        }
    }

    static TokenGroupDocument of(InEffect known) {
        TokenGroup group = known.group();
        Allowances allowances = group.allowances();
        return new TokenGroupDocument(
                group.groupId(),
                group.parent(),
                group.status().wireName(),
                allowances.chargingPriority(),
                allowances.allowedAt(),
                HoursDocument.of(allowances.hours()),
                group.masterPass(),
                EffectDocument.of(known.effect()));
    }

    /** The group of the path. */
    TokenGroup group(String id) {
        AllowanceRules rules = new AllowanceRules();
        rules.text("groupId", id, MAX_GROUP);
        rules.require(
                groupId == null || groupId.equalsIgnoreCase(id),
                "groupId",
                "is not the one in the path");
        if (parentGroupId != null) {
            rules.text("parentGroupId", parentGroupId, MAX_GROUP);
        }
        rules.check(status, chargingPriority, allowedAt, allowedHours);
        if (!rules.violations().isEmpty()) {
            throw Problem.invalid(rules.violations());
        }
        return new TokenGroup(
                id,
                parentGroupId,
                TokenStatus.entered(status).orElseThrow(),
                new Allowances(
                        chargingPriority,
                        allowedAt,
                        allowedHours == null ? null : allowedHours.hours().orElseThrow()),
                Boolean.TRUE.equals(masterPass));
    }
}
