/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.netty.handler.ssl.SslContext;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.SignCertificateResponse;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.simulator.security.Identity;
import io.ohmnibus.simulator.security.SigningRequest;
import io.ohmnibus.simulator.security.Trust;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a station proves itself with, whom it trusts, and what it does about its security. */
public final class StationSecurity {

    /**
     * A signing request whose certificate has not come.
     *
     * @param requestId null on 2.0.1
     */
    record Open(@Nullable Integer requestId, CertificateSigningUseEnum use, KeyPair keys) {}

    private final Station station;
    private final Map<CertificateSigningUseEnum, Identity> identities =
            new EnumMap<>(CertificateSigningUseEnum.class);
    private final List<Open> open = new ArrayList<>();
    private String commonName;
    private @Nullable String password;
    private Trust trust = new Trust(List.of());
    private @Nullable SslContext tls;

    StationSecurity(Station station) {
        this.station = station;
        this.commonName = station.id();
        this.password = station.settings().password();
    }

    /** The password for HTTP Basic. */
    public synchronized Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** Uses another password from the next connection on. */
    public synchronized void password(@Nullable String password) {
        this.password = password;
    }

    /** The name in signing requests; the id of the station unless said. */
    public synchronized void commonName(String name) {
        this.commonName = name;
    }

    /** Trusts one more CA of the CSMS. */
    public synchronized void trust(X509Certificate root) {
        var roots = new ArrayList<>(trust.roots());
        roots.add(root);
        trust = new Trust(roots);
        tls = null;
        count();
    }

    synchronized Trust trust() {
        return trust;
    }

    /** The key and certificate for one use. */
    public synchronized Optional<Identity> identity(CertificateSigningUseEnum use) {
        return Optional.ofNullable(identities.get(use));
    }

    /** Uses another key and certificate, for the CSMS from the next connection on. */
    public synchronized void identity(CertificateSigningUseEnum use, @Nullable Identity identity) {
        if (identity == null) {
            identities.remove(use);
        } else {
            identities.put(use, identity);
        }
        tls = null;
        count();
    }

    private void count() {
        var entries = trust.roots().size() + identities.size();
        station.model().set("SecurityCtrlr", "CertificateEntries", "", "" + entries);
    }

    /** TLS for a security profile; null for profile 1. */
    synchronized @Nullable SslContext tls(int profile) {
        if (profile < 2) {
            return null;
        }
        if (tls == null) {
            tls = trust.tls(identities.get(CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE));
        }
        return tls;
    }

    /** Makes a new key pair and asks for a certificate (A03). */
    public SignCertificateResponse sign(CertificateSigningUseEnum use) {
        return sign(use, SigningRequest.ellipticKeys());
    }

    /** Asks for a certificate for these keys (A03). */
    public SignCertificateResponse sign(CertificateSigningUseEnum use, KeyPair keys) {
        var organization = station.model().get("SecurityCtrlr", "OrganizationName");
        String name;
        synchronized (this) {
            name = commonName;
        }
        var request = SigningRequest.of(keys, name, organization);
        var requestId =
                station.version() == OcppVersion.V2_1 // A02.FR.24
                        ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE)
                        : null;
        var pending = new Open(requestId, use, keys);
        synchronized (this) {
            if (requestId == null) {
                open.removeIf(other -> other.use() == use);
            }
            open.add(pending);
        }
        var answer =
                station.call(new SignCertificateRequest(request.csr(), use, null, requestId, null));
        if (answer.status() != GenericStatusEnum.ACCEPTED) {
            synchronized (this) {
                open.remove(pending);
            }
        }
        return answer;
    }

    /** Takes the signing request that a delivered certificate is for; null when there is none. */
    synchronized @Nullable Open take(
            @Nullable Integer requestId, @Nullable CertificateSigningUseEnum use) {
        for (var candidate : open) {
            var same =
                    requestId == null
                            ? candidate.requestId() == null
                                    && (use == null || use == candidate.use())
                            : requestId.equals(candidate.requestId());
            if (same) {
                open.remove(candidate);
                return candidate;
            }
        }
        return null;
    }

    /** Reports a security event (A04). */
    public void report(String type, @Nullable String info) {
        station.call(new SecurityEventNotificationRequest(type, station.now(), info, null));
    }
}
