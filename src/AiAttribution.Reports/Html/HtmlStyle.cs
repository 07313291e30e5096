namespace AiAttribution.Reports.Html;

/// <summary>The look of the page: both themes, narrow screens, paper.</summary>
internal static class HtmlStyle
{
    public static readonly Markup Text = new(HtmlTheme.Text + """
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
        code, h1, h2, .lead, .banner, nav { overflow-wrap: anywhere; }
        a { color: var(--link); }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
        h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .25rem; }
        main { counter-reset: question; } main:has(> #ship) > section:not(#words) > h2 { counter-increment: question; } main:has(> #ship) > section:not(#words) > h2::before { content: counter(question) ". "; color: var(--soft); }
        h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        header p, footer p { color: var(--soft); margin: 0 0 1rem; }
        section, nav { border-top: 1px solid var(--line); padding: 1.25rem 0; }
        section:first-child { border-top: 0; padding-top: 0; }
        .lead { margin: 0 0 .75rem; font-weight: 600; }
        .unknown { color: var(--open); }
        .unknown::before { content: "? "; }
        nav ol { margin: .5rem 0 0; padding-left: 2.25rem; }
        nav li { margin: .3rem 0; }
        nav li > span { display: block; color: var(--soft); }
        nav li > .unknown { color: var(--open); }
        .banner { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin: .75rem 0; padding: .9rem 1.1rem; border: 2px solid; border-radius: .5rem; font-size: 1.15rem; }
        .banner > span:last-child { flex: 1 1 14rem; color: var(--ink); }
        .banner strong, .mark { font-size: 1.6rem; line-height: 1; }
        .clear { color: var(--good); background: var(--good-bg); border-style: solid; }
        .blocked { color: var(--bad); background: var(--bad-bg); border-style: double; border-width: 4px; }
        .no-policy { color: var(--soft); background: var(--card); border-style: dotted; }
        .cannot-tell { color: var(--open); background: var(--open-bg); border-style: dashed; }
        .under { display: flex; flex-wrap: wrap; gap: 0 2rem; justify-content: space-between; }
        .under > p { margin: 0 0 .5rem; }
        .brief { margin: .75rem 0 1rem; }
        .brief > div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
        .brief dt { flex: 0 0 8rem; } .brief dd { flex: 1 1 20rem; margin: 0; }
        .scroll { overflow-x: auto; margin: .75rem 0; }
        table { border-collapse: collapse; min-width: min(100%, 30rem); font-size: .925rem; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
        tbody th { font-weight: 400; }
        th:has(code) { min-width: min(22rem, 60vw); }
        td:has(code) { min-width: min(14rem, 50vw); }
        .place { color: var(--soft); }
        .whole { white-space: nowrap; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        code, pre { font: .875em/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace; }
        .copy { margin: .25rem 0 .75rem; padding: .5rem .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .35rem; overflow-x: auto; user-select: all; -webkit-user-select: all; white-space: pre-wrap; }
        dl { margin: .25rem 0; } dt { font-weight: 600; } dd { margin: 0 0 .4rem 1.2rem; }
        .mends { padding-left: 1.2rem; }
        .columns { display: flex; flex-wrap: wrap; gap: 0 3rem; }
        .columns > .scroll { flex: 0 1 auto; max-width: 100%; }
        .columns table { min-width: 0; }
        .bar { display: block; border-radius: .25rem; }
        .map { width: 100%; height: auto; margin: .25rem 0 .75rem; }
        .wide { display: block; }
        .narrow { display: none; max-width: 30rem; }
        .frame { fill: var(--card); stroke: var(--soft); stroke-width: 1; }
        .label { font: 12px system-ui, sans-serif; fill: var(--ink); stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke; }
        .head { font-weight: 600; stroke: none; }
        .defs { position: absolute; }
        .swatch { vertical-align: -.15em; }
        .part { stroke: var(--paper); stroke-width: 1; }
        .share { vertical-align: -.05em; margin-left: .4rem; }
        .track { fill: var(--line); } .amount { fill: var(--soft); }
        .ink { stroke: var(--mark); fill: none; }
        .f0 { fill: var(--f0); } .f1 { fill: var(--f1); } .f2 { fill: var(--f2); } .f3 { fill: var(--f3); } .f4 { fill: var(--f4); } .f5 { fill: var(--f5); }
        summary { cursor: pointer; color: var(--link); padding: .25rem 0; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { position: static; }
        @media screen and (max-width: 48rem) { .wide { display: none; } .narrow { display: block; } }
        .paper { display: none; }
        @media screen and (max-width: 36rem) { body { padding: .75rem; } h1 { font-size: 1.35rem; } .banner { font-size: 1rem; }
          table, caption, tbody, tr, tbody th, td { display: block; min-width: 0 !important; } thead { position: absolute; left: -99rem; }
          tr { padding: .4rem 0; border-bottom: 1px solid var(--line); } tbody th, td { padding: .1rem 0; border: 0; overflow-wrap: anywhere; } tbody th { font-weight: 600; }
          td::before { content: attr(data-head) ": "; color: var(--soft); } td:empty { display: none; } td.n { display: inline-block; margin-right: 1rem; text-align: left; } .banner { display: block; } }
        @media print { @page { margin: 14mm; } body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; } nav, .skip, .theme, .screen, details { display: none; } .paper { display: block; }
          h1 { font-size: 14pt; } h2 { font-size: 11pt; } h3 { font-size: 9.5pt; margin: .4rem 0 0; } section { padding: .5rem 0; break-inside: auto; } p { margin: .3rem 0; } .banner { margin: .4rem 0; padding: .4rem .7rem; font-size: 10pt; }
          table { min-width: 0; font-size: 8pt; } thead th { white-space: normal; } th, td { padding: .12rem .5rem .12rem 0; } th:has(code), td:has(code) { min-width: 7rem; }
          .scroll { overflow: visible; margin: .4rem 0; } h2, h3, caption { break-after: avoid; } tr { break-inside: avoid; } tbody tr:nth-child(n+6) { display: none; } #ship > div:first-of-type tbody tr:nth-child(-n+16), #changes > div:first-of-type tbody tr:nth-child(-n+9), #cost > div:nth-of-type(-n+2) tbody tr:nth-child(-n+8) { display: table-row; }
          #cost > .scroll ~ .scroll ~ .scroll, #cost > .scroll ~ .scroll ~ p, #lasts > .scroll ~ .scroll ~ .scroll, #lasts > .scroll ~ .scroll ~ p, #lasts > h3:nth-of-type(n+2), #lasts > h3:nth-of-type(n+2) ~ *, #ship .mends, #ship > h3 { display: none; }
          .brief { margin: .3rem 0; } .brief > div { padding: .1rem 0; } .brief dt { flex-basis: 6.5rem; } #lasts > div:first-of-type tbody tr:nth-child(-n+8) { display: table-row; }
          svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

        """);
}
