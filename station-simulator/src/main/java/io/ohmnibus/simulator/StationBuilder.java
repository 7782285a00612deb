/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.simulator.security.Identity;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a station; only the url has no useful default beyond a laptop. */
public final class StationBuilder {

    private final String id;
    private final List<Consumer<Station>> preparations = new ArrayList<>();
    private OcppVersion version = OcppVersion.V2_1;
    private String url = "ws://localhost:9000/ocpp";
    private @Nullable String password;
    private @Nullable String subprotocols;
    private boolean mutualTls;
    private int evses = 1;
    private int connectorsPerEvse = 1;
    private Clock clock = Clock.systemUTC();
    private @Nullable ChargingStation chargingStation;
    private @Nullable AvailabilityReports availability;
    private Duration messageTimeout = Duration.ofSeconds(30);
    private Duration timeout = Duration.ofSeconds(30);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration rebootTime = Duration.ofMillis(200);
    private boolean reconnects = true;
    private boolean chargesAtOnce;
    private int framesKept = 2000;
    private int reportLinesPerMessage = 25;
    private StationListener listener = StationListener.NONE;
    private TransactionBook book = TransactionBook.NONE;

    StationBuilder(String id) {
        if (id.isBlank() || id.length() > 48 || id.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "a station id has 1 to 48 characters and no colon: \"" + id + "\"");
        }
        this.id = id;
    }

    /** The only version that the station speaks; 2.1 unless said. */
    public StationBuilder version(OcppVersion version) {
        this.version = version;
        return this;
    }

    /** The CSMS's URL; the station id is appended. */
    public StationBuilder url(String url) {
        this.url = url;
        return this;
    }

    /** For HTTP Basic; without one, no credentials are sent. */
    public StationBuilder password(@Nullable String password) {
        this.password = password;
        return this;
    }

    /** Trusts a CA of the CSMS instead of those of the Java runtime, for wss. */
    public StationBuilder trust(X509Certificate root) {
        preparations.add(station -> station.security().trust(root));
        return this;
    }

    /** Key and certificate for security profile 3. */
    public StationBuilder identity(Identity identity) {
        mutualTls = true;
        preparations.add(station ->
                station.security()
                        .identity(
                                CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE, identity));
        return this;
    }

    private int profile() {
        if (!url.startsWith("wss:")) {
            return 1;
        }
        return mutualTls ? 3 : 2;
    }

    /** What the handshake offers instead of the version's name, separated by commas. */
    public StationBuilder subprotocols(String subprotocols) {
        this.subprotocols = subprotocols;
        return this;
    }

    public StationBuilder evses(int evses) {
        this.evses = evses;
        return this;
    }

    public StationBuilder connectorsPerEvse(int connectorsPerEvse) {
        this.connectorsPerEvse = connectorsPerEvse;
        return this;
    }

    /** Gives the times in messages; waiting goes by real time. */
    public StationBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** How the station describes itself in BootNotification. */
    public StationBuilder chargingStation(ChargingStation chargingStation) {
        this.chargingStation = chargingStation;
        return this;
    }

    /** By NotifyEvent on 2.1 and StatusNotification on 2.0.1, unless said otherwise. */
    public StationBuilder availability(AvailabilityReports availability) {
        this.availability = availability;
        return this;
    }

    /** For the answer to each CALL; also the variable MessageTimeout. */
    public StationBuilder messageTimeout(Duration messageTimeout) {
        this.messageTimeout = messageTimeout;
        return this;
    }

    /** For all messages that one step of a script leads to, repetitions included. */
    public StationBuilder timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** For the TCP connection, and again for the handshake. */
    public StationBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        return this;
    }

    /** How long a reset keeps the station away. */
    public StationBuilder rebootTime(Duration rebootTime) {
        this.rebootTime = rebootTime;
        return this;
    }

    /** Whether it connects again by itself when the connection is lost; it does unless said. */
    public StationBuilder reconnects(boolean reconnects) {
        this.reconnects = reconnects;
        return this;
    }

    /** Whether energy flows as soon as a cable is plugged in and authorized; not unless said. */
    public StationBuilder chargesAtOnce(boolean chargesAtOnce) {
        this.chargesAtOnce = chargesAtOnce;
        return this;
    }

    /** How many frames are remembered; 0 saves memory where there are many stations. */
    public StationBuilder framesKept(int framesKept) {
        this.framesKept = framesKept;
        return this;
    }

    /** How many variables or display messages go into one part of a report. */
    public StationBuilder reportLinesPerMessage(int lines) {
        this.reportLinesPerMessage = lines;
        return this;
    }

    /** So many read-only variables more, {@code Part[n].Reading} with the value n. */
    public StationBuilder moreVariables(int count) {
        return prepare(station -> station.model().more(count));
    }

    /** What the CSMS sets is lost with each reboot (pain 25). */
    public StationBuilder forgetsVariables() {
        return prepare(station -> station.model().forgetful(true));
    }

    /** Does something with the station when it is built, before it gets power. */
    public StationBuilder prepare(Consumer<Station> preparation) {
        preparations.add(preparation);
        return this;
    }

    public StationBuilder listener(StationListener listener) {
        this.listener = listener;
        return this;
    }

    /** Keeps what the station knows of its transactions. */
    public StationBuilder book(TransactionBook book) {
        this.book = book;
        return this;
    }

    /** Sets a variable of the device model, such as {@code TxCtrlr}, {@code TxStartPoint}. */
    public StationBuilder set(String component, String variable, String value) {
        return set(component, variable, "", value);
    }

    public StationBuilder set(String component, String variable, String instance, String value) {
        preparations.add(station -> station.model().set(component, variable, instance, value));
        return this;
    }

    /** The variables RetryBackOffWaitMinimum, RetryBackOffRandomRange, RetryBackOffRepeatTimes. */
    public StationBuilder retryBackOff(Duration minimum, Duration randomRange, int repeatTimes) {
        preparations.add(station -> station.link().backOff(minimum, randomRange));
        return set("OCPPCommCtrlr", "RetryBackOffRepeatTimes", Integer.toString(repeatTimes));
    }

    /** How often a transaction event is tried, and the time between (E13), which may be short. */
    public StationBuilder messageAttempts(int attempts, Duration interval) {
        preparations.add(station -> station.outbox().attemptInterval(interval));
        return set(
                "OCPPCommCtrlr", "MessageAttempts", "TransactionEvent", Integer.toString(attempts));
    }

    /** Every how often meter values go out by themselves while energy flows (J02.FR.11). */
    public StationBuilder meterInterval(Duration interval) {
        return set("SampledDataCtrlr", "TxUpdatedInterval", Long.toString(interval.toSeconds()));
    }

    /** The station, still without power. */
    public Station build() {
        var station = new Station(settings());
        preparations.forEach(preparation -> preparation.accept(station));
        return station;
    }

    /** Connects once and waits for it; then nothing happens before {@link Station#boot}. */
    public Station start() {
        var station = build();
        station.connect();
        return station;
    }

    /** Lets the station connect and boot by itself, as often as it takes; does not wait. */
    public Station powerUp() {
        var station = build();
        station.powerUp(BootReasonEnum.POWER_UP);
        return station;
    }

    private StationSettings settings() {
        var protocols = subprotocols == null ? version.subprotocol() : subprotocols;
        var usual =
                version == OcppVersion.V2_1
                        ? AvailabilityReports.NOTIFY_EVENT
                        : AvailabilityReports.STATUS_NOTIFICATION;
        return new StationSettings(
                id,
                version,
                url,
                profile(),
                password,
                protocols,
                connectTimeout,
                evses,
                connectorsPerEvse,
                clock,
                chargingStation == null
                        ? new ChargingStation(null, "Simulator", null, "Ohmnibus", "0.1.0", null)
                        : chargingStation,
                availability == null ? usual : availability,
                messageTimeout,
                timeout,
                reconnects,
                chargesAtOnce,
                framesKept,
                reportLinesPerMessage,
                rebootTime,
                listener,
                book);
    }
}
