/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.GetLocalListVersionResponse;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.simulator.Authorization.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tokens that the CSMS has told the station of in advance (D01, D02). */
final class LocalAuthorizationList {

    private static final String CONTROLLER = "LocalAuthListCtrlr";
    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);

    private final Station station;
    private Map<Name, IdTokenInfo> entries = Map.of();
    private int version;

    LocalAuthorizationList(Station station) {
        this.station = station;
        station.model().measure(CONTROLLER, 0, 0, "Entries", () -> "" + size());
    }

    private synchronized int size() {
        return entries.size();
    }

    private boolean enabled() {
        return station.model().flag(CONTROLLER, "Enabled");
    }

    /** What the list says about a token, as long as it counts; null for nothing. */
    synchronized @Nullable IdTokenInfo find(IdToken token) {
        var info = enabled() ? entries.get(Name.of(token)) : null;
        if (info == null) {
            return null;
        }
        var until = info.cacheExpiryDateTime();
        boolean over =
                until != null
                        && station.model().flag(CONTROLLER, "SupportsExpiryDateTime")
                        && !until.isAfter(station.now());
        return over ? Authorization.expired(info) : info; // C13.FR.05, C14.FR.05
    }

    synchronized Response version() { // D02.FR.01, D02.FR.02, D02.FR.03
        return new GetLocalListVersionResponse(enabled() ? version : 0, null);
    }

    synchronized Response update(SendLocalListRequest request) {
        List<AuthorizationData> sent =
                Objects.requireNonNullElse(request.localAuthorizationList(), List.of());
        limit(request, sent.size());
        if (!enabled()) {
            return answer(SendLocalListStatusEnum.FAILED, "NotEnabled");
        }
        boolean full = request.updateType() == UpdateEnum.FULL;
        if (!full && request.versionNumber() <= version) { // D01.FR.19
            return answer(SendLocalListStatusEnum.VERSION_MISMATCH, null);
        }
        var changed = new LinkedHashMap<Name, IdTokenInfo>(full ? Map.of() : entries);
        sent.forEach(entry -> apply(changed, entry));
        if (changed.size() > station.model().most(CONTROLLER, "Entries")) {
            return answer(SendLocalListStatusEnum.FAILED, "NotEnoughSpace");
        }
        entries = changed; // D01.FR.04, D01.FR.15
        version = request.versionNumber();
        return answer(SendLocalListStatusEnum.ACCEPTED, null);
    }

    private static void apply(Map<Name, IdTokenInfo> changed, AuthorizationData entry) {
        var name = Name.of(entry.idToken());
        var info = entry.idTokenInfo();
        if (info == null) {
            changed.remove(name); // D01.FR.17
        } else {
            changed.put(name, info); // D01.FR.16
        }
    }

    private void limit(SendLocalListRequest request, int items) { // D01.FR.11
        if (items > station.model().integer(CONTROLLER, "ItemsPerMessage")) {
            throw new OcppException(
                    OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "too many items in one message");
        }
        if (CODEC.writePayload(request).length
                > station.model().integer(CONTROLLER, "BytesPerMessage")) {
            throw new OcppException(OcppErrorCode.FORMAT_VIOLATION, "too many bytes");
        }
    }

    private static Response answer(SendLocalListStatusEnum status, @Nullable String reason) {
        return new SendLocalListResponse(
                status, reason == null ? null : new StatusInfo(reason, null, null), null);
    }
}
