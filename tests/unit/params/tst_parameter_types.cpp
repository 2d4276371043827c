#include "core/params/run_parameters.h"

#include <QTest>

using namespace undock;

class ParameterTypes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void vmids_are_plain_numbers_of_proxmox_range_data();
    void vmids_are_plain_numbers_of_proxmox_range();
    void a_vm_is_its_node_and_its_number();
    void guest_addresses_are_dotted_ipv4_data();
    void guest_addresses_are_dotted_ipv4();
    void nodes_are_read_and_written_canonically_data();
    void nodes_are_read_and_written_canonically();
    void malformed_nodes_are_refused_data();
    void malformed_nodes_are_refused();
    void tags_are_single_path_segments_data();
    void tags_are_single_path_segments();
    void repositories_follow_github_grammar_data();
    void repositories_follow_github_grammar();
    void versions_are_same_latest_or_semantic_data();
    void versions_are_same_latest_or_semantic();
    void urls_carry_no_secret_and_no_trick_data();
    void urls_carry_no_secret_and_no_trick();
    void plain_http_is_flagged();
    void urls_are_canonical();
    void names_are_one_printable_line_data();
    void names_are_one_printable_line();
    void choices_are_exact_words();
    void thresholds_are_whole_numbers_within_their_range();
    void an_error_names_field_and_cure_but_not_the_value();
};

template <class T> static void verdicts(const char *valid, std::initializer_list<T> values)
{
    for (const T &value : values)
        QTest::addRow("%s %s", valid, QByteArray(value).left(60).toPercentEncoding(" $@:/[]().").constData())
            << QString::fromUtf8(value) << (valid == QByteArray("accepts"));
}

static void rows(std::initializer_list<const char *> accepted, std::initializer_list<const char *> refused)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    verdicts("accepts", accepted);
    verdicts("refuses", refused);
}

template <class Parse> static void compareVerdict(Parse parse, const char *field)
{
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    const auto parsed = parse(text);
    QCOMPARE(parsed.has_value(), accepted);
    if (!accepted) {
        QCOMPARE(parsed.error().kind, Error::Kind::BadInput);
        QCOMPARE(parsed.error().where, QString::fromLatin1(field));
        QVERIFY(!parsed.error().what.isEmpty());
    }
}

void ParameterTypes::vmids_are_plain_numbers_of_proxmox_range_data()
{
    rows({ "100", "102", "999999999" },
        { "", "99", "0", "1000000000", "0102", "+102", "-102", " 102", "102 ", "102\n", "1e3", "0x66", "１０２", "٣٤٥",
            "102;id", "99999999999999999999999" });
}
void ParameterTypes::vmids_are_plain_numbers_of_proxmox_range()
{
    compareVerdict(Vmid::parse, "vmid");
}

void ParameterTypes::a_vm_is_its_node_and_its_number()
{
    const auto vm = [](const char *node, const char *vmid) {
        return *VmId::parse(QLatin1String(node).toString(), QLatin1String(vmid).toString());
    };
    const VmId one = vm("root@node.example", "102");
    QCOMPARE(one, vm("root@NODE.example:22", "102"));
    QVERIFY(one != vm("root@node.example", "103"));
    QVERIFY(one != vm("root@other.example", "102"));
    QVERIFY(one != vm("root@node.example:2222", "102"));
    QCOMPARE(QSet<VmId>({ one, vm("root@Node.Example", "102") }).size(), 1);
    QCOMPARE(VmId::parse(u"root@node.example", u"99").error().code, QStringLiteral("bad-vmid"));
    QCOMPARE(VmId::parse(u"root@-node", u"102").error().code, QStringLiteral("bad-host"));
}

void ParameterTypes::guest_addresses_are_dotted_ipv4_data()
{
    rows({ "10.10.10.11", "192.0.2.1", "1.2.3.4", "223.255.255.255" },
        { "", "10.10.10", "10.10.10.256", "10.10.10.011", "010.10.10.1", "10.10.10.1/24", "127.0.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "10.10.10.1 ", "10.10..1", "::1", "1.2.3.4.5", "10.10.10.1%0",
            "１.2.3.4" });
}
void ParameterTypes::guest_addresses_are_dotted_ipv4()
{
    compareVerdict(GuestIp::parse, "ip");
}

void ParameterTypes::nodes_are_read_and_written_canonically_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("address") << "root@192.0.2.10"
                             << "root"
                             << "192.0.2.10" << 22 << "root@192.0.2.10";
    QTest::newRow("port") << "root@192.0.2.10:2222"
                          << "root"
                          << "192.0.2.10" << 2222 << "root@192.0.2.10:2222";
    QTest::newRow("port 22") << "root@pve:22"
                             << "root"
                             << "pve" << 22 << "root@pve";
    QTest::newRow("case") << "Ops@PVE.Example"
                          << "Ops"
                          << "pve.example" << 22 << "Ops@pve.example";
    QTest::newRow("ipv6") << "root@[2001:DB8::1]"
                          << "root"
                          << "2001:db8::1" << 22 << "root@[2001:db8::1]";
    QTest::newRow("ipv6 port") << "a_b.c-d@[::ffff:192.0.2.1]:1"
                               << "a_b.c-d"
                               << "::ffff:192.0.2.1" << 1 << "a_b.c-d@[::ffff:192.0.2.1]:1";
}

void ParameterTypes::nodes_are_read_and_written_canonically()
{
    QFETCH(QString, text);
    const auto node = NodeTarget::parse(text);
    QVERIFY2(node.has_value(), qPrintable(node ? QString() : describe(node.error())));
    QTEST(node->user(), "user");
    QTEST(node->host(), "host");
    QTEST(node->port(), "port");
    QTEST(node->toString(), "canonical");
    QVERIFY(*NodeTarget::parse(node->toString()) == *node);
}

void ParameterTypes::malformed_nodes_are_refused_data()
{
    rows({ "root@localhost" },
        { "", "192.0.2.10", "@192.0.2.10", "root@", "-oProxyCommand=id@h", "root@-oProxyCommand=id", "root@a b",
            "root@a;id", "root@$(id)", "root@a@b", "root@h:", "root@h:0", "root@h:65536", "root@h:022", "root@h:-1",
            "root@2001:db8::1", "root@[2001:db8::1", "root@[::1]x", "root@[fe80::1%eth0]", "root@[1:2:3:4:5:6:7:8:9]",
            "root@[1::2::3]", "root@[:::]", "root@[1:2:3:4:5:6:7::8:9]", "root@256.1.1.1", "root@10.1", "root@a..b",
            "root@.a", "root@a.", "root@a_b", "root@a-", "root@ä.example", "ro ot@h", "root\n@h", "root@h\n", "r$@h",
            ".r@h", "root@[]", "root@[::12345]" });
}
void ParameterTypes::malformed_nodes_are_refused()
{
    compareVerdict(NodeTarget::parse, "node");
}

void ParameterTypes::tags_are_single_path_segments_data()
{
    rows({ "v2026.02.20-r4", "1", "v1_2+b" },
        { "", "-r4", ".r4", "a..b", "../x", "a/b", "a b", "a\nb", "a.lock", "a.", "v1$(id)", "a'b", "é", "_a",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" });
}
void ParameterTypes::tags_are_single_path_segments()
{
    compareVerdict(PanelTag::parse, "panel_tag");
}

void ParameterTypes::repositories_follow_github_grammar_data()
{
    rows({ "Bianshumeng/openclaw-panel-public", "a/b", "a-b/_x.y", "a/.github" },
        { "", "a", "a/", "/b", "-a/b", "a-/b", "a--b/c", "a/b/c", "a/..", "a/.", "a/-b", "a/b.git", "a/b.GIT", "a b/c",
            "https://example.org/a/b", "a/b?x", "a_b/c", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b" });
}
void ParameterTypes::repositories_follow_github_grammar()
{
    compareVerdict(PanelRepo::parse, "panel_repo");
}

void ParameterTypes::versions_are_same_latest_or_semantic_data()
{
    rows({ "same", "latest", "2026.2.19", "2026.2.19-2", "1.0.0-beta.1", "0.0.0", "1.2.3-a-b" },
        { "", "Same", "LATEST", "v2026.2.19", "2026.2", "2026.02.19", "1.2.3.4", "1.2.3-", "1.2.3-a..b", "1.2.3-01",
            "1.2.3+b", "1.2.3 ", "^1.2.3", "-1.2.3", "1.2.3-$(id)", "same\n" });
}
void ParameterTypes::versions_are_same_latest_or_semantic()
{
    compareVerdict(OpenclawVersion::parse, "openclaw_version");
}

void ParameterTypes::urls_carry_no_secret_and_no_trick_data()
{
    rows({ "https://openclaw.ai/install.sh", "http://10.10.10.1:8080/", "https://[2001:db8::1]:8443/a/b",
             "HTTPS://Example.org", "https://example.org/a%20b" },
        { "", "ftp://example.org", "https://", "https:///x", "https://u:p@example.org/", "https://u@example.org",
            "https://example.org/?token=x", "https://example.org/#f", "https://example.org/a b",
            "https://example.org/../x", "https://example.org/a/./b", "https://example.org/%2e%2e/x",
            "https://example.org/a%0d%0ab", "https://example.org/%2", "https://example.org/'x'",
            "https://example.org/$(id)", "https://example.org/a\\b", "https://example.org:0/",
            "https://example.org:99999/", "https://-x/", "https://ex ample.org/", "javascript:alert(1)",
            "file:///etc/passwd", "-https://example.org", "https://例え.org/", "https://a/ü" });
}
void ParameterTypes::urls_carry_no_secret_and_no_trick()
{
    compareVerdict(
        [](const QString &text) { return SourceUrl::parse(text, QStringLiteral("installer_url")); }, "installer_url");
}

void ParameterTypes::plain_http_is_flagged()
{
    QVERIFY(SourceUrl::parse(u"HTTP://192.0.2.1/x")->isPlainHttp());
    QVERIFY(!SourceUrl::parse(u"https://192.0.2.1/x")->isPlainHttp());
}

void ParameterTypes::urls_are_canonical()
{
    QCOMPARE(SourceUrl::parse(u"HTTPS://Example.ORG:443/A//")->toString(), QStringLiteral("https://example.org/A"));
    QCOMPARE(SourceUrl::parse(u"http://a:443/")->toString(), QStringLiteral("http://a:443"));
}

void ParameterTypes::names_are_one_printable_line_data()
{
    rows({ "Li", "李雷", "O'Brien", "Зоя 😀", "  padded  " },
        { "", "   ", "a\nb", "a\n", "\na", "a\tb", "a\rb", "-rf", "a\u202eb", "a\u200bb", "a\u2028b", "\x7f",
            "\xc2\x85x", "\ue000" });
    QTest::newRow("accepts 100 code points") << QString::fromUtf8("😀").repeated(100) << true;
    QTest::newRow("refuses 101 code points") << QString::fromUtf8("😀").repeated(101) << false;
    QTest::newRow("refuses a lone surrogate") << QString(QChar(0xd83d)) << false;
    QTest::newRow("refuses NUL") << QString(QLatin1String("a\0b", 3)) << false;
}
void ParameterTypes::names_are_one_printable_line()
{
    compareVerdict(OperatorName::parse, "operator");
}

void ParameterTypes::choices_are_exact_words()
{
    QCOMPARE(*parseGatewayMode(u"remote"), GatewayMode::Remote);
    QCOMPARE(*parseOrder(u"early"), Order::Early);
    QVERIFY(!parseGatewayMode(u"Remote"));
    QVERIFY(!parseGatewayMode(u""));
    QVERIFY(!parseOrder(u"early "));
}

void ParameterTypes::thresholds_are_whole_numbers_within_their_range()
{
    QCOMPARE(*parseSteadySeconds(u"4"), 4);
    QCOMPARE(*parseSteadySeconds(u"300"), 300);
    for (const QStringView text : { u"3", u"301", u"04", u"-5", u"5.0", u"5 ", u"", u"99999999999999999999" })
        QCOMPARE(parseSteadySeconds(text).error().where, QStringLiteral("steady_seconds"));
    QCOMPARE(*parseLeastFreeMib(u"64"), 64);
    QCOMPARE(*parseLeastFreeMib(u"1048576"), 1048576);
    for (const QStringView text : { u"63", u"1048577", u"512M", u"0512" })
        QCOMPARE(parseLeastFreeMib(text).error().where, QStringLiteral("least_free_mib"));
}

void ParameterTypes::an_error_names_field_and_cure_but_not_the_value()
{
    const Error error = PanelTag::parse(u"LABSECRET; rm").error();
    QCOMPARE(error.code, QStringLiteral("bad-panel-tag"));
    QVERIFY(!error.cure.isEmpty());
    QVERIFY(!describe(error).contains(QStringLiteral("LABSECRET")));
}

QTEST_APPLESS_MAIN(ParameterTypes)
#include "tst_parameter_types.moc"
