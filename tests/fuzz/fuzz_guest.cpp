#include "fuzz.h"

#include "core/steps/facts.h"
#include "remote/guest/guest_answer.h"
#include "remote/guest/job_news.h"

using namespace undock;
using namespace undock::remote;

static void takeApart(const GuestAnswer &answer)
{
    for (const auto &[key, value] : answer.lines) {
        if (const auto decoded = strictBase64(value))
            require(decoded->toBase64() == value);
    }
    if (const auto news = parseJobNews(answer))
        require(news->offset >= 0 && news->next() >= news->offset);
    parseRunReport(answer);
    parseRuns(answer);
}

// A guest may say anything: one call's answer is never another's, and what is taken is in bounds.
void tryInput(const QByteArray &bytes)
{
    const auto ours = parseGuestAnswer(bytes, "0123456789abcdef");
    if (ours) {
        require(!parseGuestAnswer(bytes, "fedcba9876543210"));
        takeApart(*ours);
    }
    if (const auto payload = parsePayload(bytes))
        takeApart(*payload);
    Facts::parse(bytes);
}
