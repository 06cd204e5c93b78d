<#-- The frame of every page: one style block, no script, no second request. The names of the macro
     and its parameters are Keycloak's, so that a page of Keycloak's own falls into this frame too. -->
<#assign own={"hi":"हिन्दी","lo":"ລາວ","en":"English"}>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#-- A page without a heading of its own has the name of the house for one. -->
<#local heading><#nested "header"></#local>
<#local headed=heading?markup_string?trim?has_content>
<#compress>
<!doctype html>
<html lang="${lang!'hi'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title!msg("kadam")}</title>
<link rel="icon" href="data:,">
<style>
*{box-sizing:border-box}
:root{--l:1.5;--f:#f2a900;--h:radial-gradient(circle at 50% 0,var(--f) 5.5px,#0000 6px) 0 0/12px 6px;background:#fffdf8;-webkit-text-size-adjust:100%}
:root:lang(hi){--l:1.65}
:root:lang(lo){--l:1.75;--f:#f6c64f;--h:linear-gradient(135deg,var(--f) 5px,#0000 5.5px) 0 0/12px 6px,linear-gradient(225deg,var(--f) 5px,#0000 5.5px) 0 0/12px 6px}
body{max-width:36rem;margin:auto;color:#1b1f23;font:1.125rem/var(--l) Roboto,"Noto Sans",system-ui,sans-serif;overflow-wrap:break-word}
:lang(lo)>body{font-size:1.1875rem}
header{position:relative;display:flex;align-items:center;min-height:60px;padding:4px 16px;color:#fffdf8;background:#0b5355}
header::after{content:"";position:absolute;left:0;right:0;top:100%;height:6px;background:var(--h)}
header div{margin-left:12px;line-height:1.4}
main{padding:24px 16px}
h1{font-size:1.5rem;line-height:1.4}
b,header h1{margin:0;font-size:1.25rem}
main h1,main p,.b,button{margin:0 0 16px}
.s,nav{font-size:1rem}
.q{color:#474d52}
label{font-weight:700}
input,button,.b{width:100%;min-height:56px;padding:8px 12px;font:inherit;color:inherit;background:#fff;border:2px solid #857d71;border-radius:8px}
input{margin:4px 0 16px}
[type=password]{font-size:1.25rem;letter-spacing:.5em}
[aria-invalid]{margin-bottom:4px;border-color:#71400a;border-left-width:8px}
.n{padding:12px 16px;background:#f7f0e3;border-radius:14px}
[role=alert]{padding-left:2em;color:#71400a;font-weight:700;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%2371400a' stroke-width='2' stroke-linejoin='round'%3E%3Cpath d='M12 4L2.8 20h18.4zM12 10v5M12 17v1'/%3E%3C/svg%3E") 0 .1em/1.5em no-repeat}
.n[role]{padding-left:3em;background-color:#fdf0d5;background-position:16px .9em;box-shadow:inset 5px 0}
button,.b{display:flex;align-items:center;justify-content:center;border-color:#0b5355;border-radius:14px;color:#fffdf8;background:#0b5355;font-weight:700;text-align:center;text-decoration:none}
.o{color:#0b5355;background:#fff}
:focus{outline:3px solid #1b1f23;outline-offset:2px}
ul{margin:8px 0 16px;padding:0;border:solid #e4d9c6;border-width:1px 0}
li{display:flex;align-items:center;padding:12px 0}
li+li{border-top:1px solid #e4d9c6}
svg{flex:none}
li svg{width:1.5em;margin-right:12px;fill:none;stroke:#0b5355;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
nav{display:flex;flex-wrap:wrap;margin:-4px -6px}
nav a{min-height:48px;margin:4px 6px;padding:9px 12px;border:2px solid #857d71;border-radius:99px;background:#fff;color:inherit;text-decoration:none}
nav [aria-current]{border-color:#0b5355;background:#e3f0ee;font-weight:700}
</style>
<header><svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true"><path d="M5 25.5h7v-6.5h7v-6.5h8" fill="none" stroke="currentColor" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/><circle cx="23" cy="6" r="3.2" fill="#f2a900"/></svg><div><#if headed><b>${msg("kadam")}</b><br><#else><h1>${msg("kadam")}</h1></#if><span class="s">${msg("tagline")}</span></div></header>
<main>
<#if headed><h1>${heading}</h1></#if>
<#if displayMessage && message?has_content><p class="n"<#if message.type == "error"> role="alert"</#if>>${message.summary}</p></#if>
<#nested "show-username">
<#nested "form">
<#nested "socialProviders">
<#if displayInfo><#nested "info"></#if>
<#-- Where Keycloak caught an error of its own it knows no page to show in another language. -->
<#if auth?? && locale??>
<nav aria-label="भाषा · ພາສາ · Language"><#list own?keys as tag><#list locale.supported?filter(l -> l.languageTag == tag) as l><a lang="${tag}" <#if tag == lang>aria-current="true"<#else>href="${short(l.url)}"</#if>>${own[tag]}</a></#list></#list></nav>
</#if>
</main>
</#compress>
</#macro>

<#-- An address of this server, without what Keycloak adds to send her back to the app with an error that the app would
     have to explain. Without it our own page explains (pressed twice, too old), and the page is smaller. -->
<#function short address><#return address?replace("^https?://[^/]*|&client_data=[^&]*", "", "r")></#function>

<#-- What is wrong with a field, beside the field. -->
<#macro wrong field id>
<#if messagesPerField.existsError(field)><p class="s" role="alert" id="${id}">${messagesPerField.getFirstError(field)}</p></#if>
</#macro>

<#macro invalid field id><#if messagesPerField.existsError(field)> aria-invalid="true" aria-describedby="${id}"</#if></#macro>

<#-- The way back to the app, where there is one. -->
<#macro back label="backToApplication">
<#local home=(client.baseUrl)!properties.kadamUrl!"">
<#if home?has_content><a class="b o" href="${home}">${msg(label)}</a></#if>
</#macro>
