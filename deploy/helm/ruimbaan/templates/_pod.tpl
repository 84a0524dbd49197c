{{/* SPDX-License-Identifier: EUPL-1.2 */}}
{{- define "ruimbaan.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "ruimbaan.labels" -}}
app.kubernetes.io/name: ruimbaan
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "ruimbaan.selector" -}}
app.kubernetes.io/name: ruimbaan
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Nobody is root, nothing can be written but two folders. */}}
{{- define "ruimbaan.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "ruimbaan.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "ruimbaan.environment" -}}
{{- range $name, $value := .Values.settings }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
- {name: RUIMBAAN_SECRET_KEY_FILE, value: /secrets/secret_key}
- {name: RUIMBAAN_MASTER_KEY_FILE, value: /secrets/master_key}
- {name: RUIMBAAN_BACKUP_KEY_FILE, value: /secrets/backup_key}
- {name: RUIMBAAN_DATABASE_FILE, value: /secrets/database}
- {name: RUIMBAAN_KEYS_FILE, value: /secrets/keys_database}
- {name: RUIMBAAN_MAIL_FILE, value: /secrets/mail}
{{- if not (hasKey .Values.settings "RUIMBAAN_ANCHOR_FILES") }}
- {name: RUIMBAAN_ANCHOR_FILES, value: /var/lib/ruimbaan/anchors.txt}
{{- end }}
{{- if .Values.metrics.enabled }}
- {name: RUIMBAAN_METRICS_TOKEN_FILE, value: /metrics-token/token}
{{- end }}
{{- end }}

{{- define "ruimbaan.mounts" -}}
- {name: var, mountPath: /var/lib/ruimbaan}
- {name: tmp, mountPath: /tmp}
- {name: secrets, mountPath: /secrets, readOnly: true}
{{- if .Values.metrics.enabled }}
- {name: metrics-token, mountPath: /metrics-token, readOnly: true}
{{- end }}
{{- end }}

{{/*
Takes a dict: root; more: keys of the Secret beside those of every pod; and, if it must be, withoutDisk:
true, for what runs before the disk is there.
*/}}
{{- define "ruimbaan.volumes" -}}
{{- $root := .root }}
- name: var
  {{- if .withoutDisk }}
  emptyDir: {}
  {{- else }}
  persistentVolumeClaim: {claimName: {{ $root.Release.Name }}-var}
  {{- end }}
- name: tmp
  emptyDir: {}
- name: secrets
  secret:
    secretName: {{ $root.Values.existingSecret }}
    defaultMode: 0440
    items:
      {{- range concat (list "secret_key" "master_key" "backup_key" "database" "keys_database" "mail") .more }}
      - {key: {{ . }}, path: {{ . }}}
      {{- end }}
      {{- if $root.Values.databaseAuthority }}
      - {key: database_ca.pem, path: database_ca.pem}
      {{- end }}
{{- if $root.Values.metrics.enabled }}
- name: metrics-token
  secret: {secretName: {{ $root.Values.metrics.tokenSecret }}, defaultMode: 0440}
{{- end }}
{{- end }}
