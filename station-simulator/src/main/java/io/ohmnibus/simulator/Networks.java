/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.simulator.Answers.Reply;
import io.ohmnibus.simulator.rpc.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ways to the CSMS in configuration slots, and which of them is used (B09, B10, A05). */
final class Networks {

    /** Where, and with which security profile. */
    private record Way(String url, int securityProfile) {}

    private static final String CONTROLLER = "OCPPCommCtrlr";
    private static final String PRIORITY = "NetworkConfigurationPriority";
    private static final String SLOT = "NetworkConfiguration";
    private static final List<String> SLOTS = List.of("1", "2", "3");

    private final Station station;
    private volatile String active = "1";

    Networks(Station station) {
        this.station = station;
        var settings = station.settings();
        way(active, settings.url(), settings.securityProfile());
        station.model()
                .set("SecurityCtrlr", "SecurityProfile", "", "" + settings.securityProfile());
    }

    private void way(String slot, String url, int securityProfile) {
        station.model().setOf(SLOT, slot, "OcppCsmsUrl", url);
        station.model().setOf(SLOT, slot, "SecurityProfile", "" + securityProfile);
    }

    private @Nullable Way way(String slot) {
        if (!SLOTS.contains(slot)) {
            return null;
        }
        var url = station.model().getOf(SLOT, slot, "OcppCsmsUrl");
        var profile = station.model().getOf(SLOT, slot, "SecurityProfile");
        return url.isEmpty() ? null : new Way(url, Integer.parseInt(profile));
    }

    /** After a reboot: begins with the first in order again (A05.FR.05, B10.FR.04). */
    void restart() {
        active = priority().getFirst();
    }

    private List<String> priority() {
        return Arrays.asList(station.model().get(CONTROLLER, PRIORITY).split(",", -1));
    }

    /** The way of the next attempt, after so many failed ones in a row (B10.FR.03, B10.FR.08). */
    Endpoint next(int failures) {
        var order = priority();
        int attempts = station.model().integer(CONTROLLER, "NetworkProfileConnectionAttempts");
        int first = Math.max(0, order.indexOf(active));
        if (failures > 0 && failures % attempts == 0) {
            active = order.get((first + 1) % order.size());
        }
        var way = way(active);
        return way == null ? endpoint(order.getFirst(), usable(order)) : endpoint(active, way);
    }

    private Way usable(List<String> order) {
        return order.stream().map(this::way).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private Endpoint endpoint(String slot, Way way) {
        var settings = station.settings();
        var security = station.security();
        var own = station.model().getOf(SLOT, slot, "BasicAuthPassword");
        var name = station.model().getOf(SLOT, slot, "Identity");
        var identity = name.isEmpty() ? station.id() : name; // B09.FR.28
        var known = own.isEmpty() ? security.password().orElse(null) : own;
        var password = way.securityProfile() == 3 ? null : known;
        return new Endpoint(
                Endpoint.connectionUrl(way.url(), identity),
                password == null ? null : Endpoint.basic(identity, password),
                settings.subprotocols(),
                settings.connectTimeout(),
                security.tls(way.securityProfile()));
    }

    /** It worked: what is less secure is forgotten (A05.FR.06). */
    void connected() {
        var way = way(active);
        if (way == null) {
            return;
        }
        var model = station.model();
        model.set(CONTROLLER, "ActiveNetworkProfile", "", active);
        model.set("SecurityCtrlr", "SecurityProfile", "", "" + way.securityProfile());
        for (var slot : SLOTS) {
            var other = way(slot);
            if (other != null && other.securityProfile() < way.securityProfile()) {
                way(slot, "", 0);
            }
        }
        var left = priority().stream().filter(slot -> way(slot) != null).toList();
        model.set(CONTROLLER, PRIORITY, "", String.join(",", left));
    }

    Reply set(SetNetworkProfileRequest request) {
        var slot = Integer.toString(request.configurationSlot());
        var data = request.connectionData();
        if (!SLOTS.contains(slot) || lowers(data.securityProfile())) { // B09.FR.05, B09.FR.04
            return answer(SetNetworkProfileStatusEnum.REJECTED);
        }
        if (!fits(data)) {
            return answer(SetNetworkProfileStatusEnum.REJECTED); // B09.FR.02
        }
        store(slot, data);
        return answer(SetNetworkProfileStatusEnum.ACCEPTED); // B09.FR.01
    }

    private void store(String slot, NetworkConnectionProfile data) { // B09.FR.09
        way(slot, data.ocppCsmsUrl(), data.securityProfile());
        var model = station.model();
        model.setOf(SLOT, slot, "OcppInterface", data.ocppInterface().wireName());
        model.setOf(SLOT, slot, "MessageTimeout", "" + data.messageTimeout());
        model.setOf(SLOT, slot, "Identity", text(data.identity()));
        model.setOf(SLOT, slot, "BasicAuthPassword", text(data.basicAuthPassword()));
        model.setOf(SLOT, slot, "ApnEnabled", "" + (data.apn() != null)); // B09.FR.11, B09.FR.12
        model.setOf(SLOT, slot, "VpnEnabled", "" + (data.vpn() != null));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The password of the station stands for all slots. */
    void forgetPasswords() {
        SLOTS.forEach(slot -> station.model().setOf(SLOT, slot, "BasicAuthPassword", ""));
    }

    private static boolean fits(NetworkConnectionProfile data) {
        var secure = data.ocppCsmsUrl().startsWith("wss://");
        return secure
                ? data.securityProfile() >= 2
                : data.securityProfile() == 1 && data.ocppCsmsUrl().startsWith("ws://");
    }

    private static Reply answer(SetNetworkProfileStatusEnum status) {
        return Reply.of(new SetNetworkProfileResponse(status, null, null));
    }

    private int profile() {
        return station.model().integer("SecurityCtrlr", "SecurityProfile");
    }

    /** Lowering is allowed from 3 to 2 only, and only where the variable says so (A00.FR.005). */
    private boolean lowers(int profile) {
        var downgrade = station.model().flag("SecurityCtrlr", "AllowSecurityProfileDowngrade");
        return profile < profile() && !(downgrade && profile() == 3 && profile == 2);
    }

    /** Why this order cannot be taken; null when it can (B10.FR.02, A05.FR.02 to A05.FR.10). */
    @Nullable String objection(String order) {
        for (var slot : order.split(",", -1)) {
            var way = way(slot);
            if (way == null || (way.securityProfile() == 1) == way.url().startsWith("wss:")) {
                return "slot " + slot + " holds no profile";
            }
            if (way.securityProfile() > profile() && way.securityProfile() >= 2) {
                if (station.security().trust().roots().isEmpty()) {
                    return "no CSMSRootCertificate is installed"; // A05.FR.02
                }
                if (way.securityProfile() == 3 && !hasCertificate()) {
                    return "no ChargingStationCertificate is installed"; // A05.FR.03
                }
            }
        }
        return null;
    }

    /** Why a variable of the component cannot be set; null when it can (B09.FR.22). */
    @Nullable String objection(Component component) {
        return component.name().equals(SLOT) && priority().contains(text(component.instance()))
                ? "the slot is in use"
                : null;
    }

    private boolean hasCertificate() {
        return station.security()
                .identity(CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE)
                .isPresent();
    }
}
