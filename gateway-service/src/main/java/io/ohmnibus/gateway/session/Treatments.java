/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Tolerance;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.type.ChargingStation;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The settings for each model of station; sessions share them. */
@Component
final class Treatments {

    private final SessionProperties properties;
    private final Treatment usual;
    private final Map<OcppVersion, OcppCodec> mostTolerant;
    private final Map<SessionProperties.Model, Treatment> byModel = new IdentityHashMap<>();

    Treatments(GatewayProperties gateway, SessionProperties properties) {
        this.properties = properties;
        this.usual =
                new Treatment(
                        gateway.pingInterval(),
                        properties.settleTime(),
                        gateway.commandTimeout(),
                        properties.maxUnansweredCalls(),
                        properties.serialNumberInCertificate(),
                        Treatment.codecs(Set.of()));
        properties.models().forEach(model -> byModel.put(model, usual.with(model)));
        Set<Tolerance> any = EnumSet.noneOf(Tolerance.class);
        properties.models().forEach(model -> any.addAll(model.tolerate()));
        this.mostTolerant = any.isEmpty() ? Map.of() : Treatment.codecs(any);
    }

    /**
     * Reads a frame of a station that is treated so. A BootNotification that only the model it
     * names may send so is read as that model may send it.
     */
    Frame read(byte[] frame, OcppVersion version, Treatment treatment) throws FrameException {
        try {
            return treatment.codec(version).readFrame(frame);
        } catch (FrameException refused) {
            OcppCodec tolerant = mostTolerant.get(version);
            if (tolerant == null
                    || refused.action().orElse(null) != Action.BOOT_NOTIFICATION
                    || !(tolerant.readFrame(frame) instanceof Frame.Call call)
                    || !(call.request() instanceof BootNotificationRequest boot)) {
                throw refused;
            }
            ChargingStation station = boot.chargingStation();
            return of(station.vendorName(), station.model()).codec(version).readFrame(frame);
        }
    }

    /** For a station that boots with that description. */
    Treatment of(String vendorName, String model) {
        for (SessionProperties.Model known : properties.models()) {
            if (known.fits(vendorName, model)) {
                return byModel.getOrDefault(known, usual);
            }
        }
        return usual;
    }

    /** For a station that booted so before this connection, if it ever did. */
    Treatment of(@Nullable StationBoot boot) {
        String vendor = boot == null ? null : boot.vendorName();
        String model = boot == null ? null : boot.model();
        return vendor == null || model == null ? usual : of(vendor, model);
    }
}
